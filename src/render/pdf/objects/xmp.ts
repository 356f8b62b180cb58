/** What a document says of itself. */
export interface DocumentFacts {
  readonly title: string
  readonly authors: readonly string[]
  /** BCP 47. */
  readonly language: string
  readonly subject?: string
  /** A URN. */
  readonly identifier: string
  /** Hash of all that the document was made from; left out when missing. */
  readonly digest?: string
  /** `YYYY-MM-DD`. Default: 1980-01-01, since no clock is read. */
  readonly issued?: string
}

/** The day that stands for none. */
export const noDay = '1980-01-01'

/** Says that a file is PDF/UA-1 (ISO 14289-1 §5). */
const claim = '<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/"><pdfuaid:part>1</pdfuaid:part></rdf:Description>'

/** A finished file that says so, in the room that its metadata have left for it: nothing else of it changes or moves. */
export function claimAccess(pdf: Uint8Array): Uint8Array {
  const bytes = Buffer.from(pdf)
  const packet = bytes.indexOf('<?xpacket begin=')
  const room = packet < 0 ? -1 : bytes.indexOf(`\n${' '.repeat(claim.length)}\n`, packet)
  if (room >= 0) bytes.write(claim, room + 1, 'latin1')
  return bytes
}

/** XMP metadata (ISO 16684-1) with the same facts as the information dictionary. */
export function xmpOf(facts: DocumentFacts, producer: string): string {
  const date = `${facts.issued ?? noDay}T00:00:00Z`
  return `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<dc:format>application/pdf</dc:format>
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xml(facts.title)}</rdf:li></rdf:Alt></dc:title>
${facts.authors.length > 0 ? `<dc:creator><rdf:Seq>${facts.authors.map(author => `<rdf:li>${xml(author)}</rdf:li>`).join('')}</rdf:Seq></dc:creator>\n` : ''}<dc:language><rdf:Bag><rdf:li>${xml(facts.language)}</rdf:li></rdf:Bag></dc:language>
${facts.subject ? `<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${xml(facts.subject)}</rdf:li></rdf:Alt></dc:description>\n` : ''}<dc:identifier>${xml(facts.identifier)}</dc:identifier>
${facts.digest ? `<dc:source>sha256:${facts.digest}</dc:source>\n` : ''}<xmp:CreatorTool>dossier</xmp:CreatorTool>
<xmp:CreateDate>${date}</xmp:CreateDate>
<xmp:ModifyDate>${date}</xmp:ModifyDate>
<xmp:MetadataDate>${date}</xmp:MetadataDate>
<pdf:Producer>${xml(producer)}</pdf:Producer>
</rdf:Description>
${' '.repeat(claim.length)}
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>`
}

/** Characters that XML can't hold are left out. */
function xml(words: string): string {
  const escapes: Readonly<Record<string, string>> = {'&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;'}
  return words.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '').replace(/[&<>"]/g, mark => escapes[mark] ?? mark)
}
