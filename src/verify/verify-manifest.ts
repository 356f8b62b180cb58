import type {VFile} from 'vfile'
import {digestOf, editorialLogName, hashFile, type HashedFile} from '../model/input-file.ts'
import type {Manifest} from '../model/manifest.ts'
import {outputOf} from '../model/outputs.ts'
import {report} from '../report/report.ts'
import type {PdfFacts} from './pdf/pdf-facts.ts'

/** The manifest's own sum is right: its list of inputs gives its digest. Reports `verify-digest-holds`. */
export function verifyDigest({digest, inputs}: Manifest, file: VFile): void {
  const found = digestOf(inputs)
  if (found !== digest) report(file, 'verify-digest-holds', `Unexpected digest ${digest}, expected ${found}, which the listed inputs give`)
}

/** Every output went through the audit, and nothing was left unexplained. Reports `verify-manifest-audit`. */
export function verifyAuditResult({audit, outputs}: Manifest, file: VFile): void {
  const says = (what: string): void => void report(file, 'verify-manifest-audit', `Unexpected ${what}, expected an audit of every output with nothing left unexplained`)
  if (!audit) return says('manifest without an audit')
  const lost = [audit, ...Object.values(audit.outputs)].reduce((sum, one) => sum + one.unexplained + Math.abs(one.characters - one.found), 0)
  if (lost > 0) says(`${lost} characters in the manifest that were not found`)
  for (const name of new Set(outputs.map(({file: path}) => outputOf(path)))) {
    if (name !== undefined && !audit.outputs[name]) says(`lack of ${name} in the audit of the manifest`)
  }
}

/** A PDF has as many characters as its audit found. Reports `verify-manifest-audit`. */
export function verifyCharacterCount(found: number, {audit}: Manifest, file: VFile): void {
  const expected = audit?.outputs['pdf']?.found
  if (expected !== undefined && found !== expected) report(file, 'verify-manifest-audit', `Unexpected number of characters in the text, ${found}, expected ${expected}, as the audit found them`)
}

/** An output is the one that was made, to the byte. Reports `verify-output-is-unchanged`. */
export function verifyUnchanged(expected: HashedFile, content: Uint8Array, file: VFile): boolean {
  const found = hashFile(expected.file, content)
  if (found.sha256 === expected.sha256) return true
  const sizes = found.bytes === expected.bytes ? `${found.bytes} bytes` : `${found.bytes} bytes instead of ${expected.bytes}`
  report(file, 'verify-output-is-unchanged', `Unexpected content (${sizes}, SHA-256 ${found.sha256}), expected SHA-256 ${expected.sha256}`, {hint: 'The file is not the one that the manifest tells of: ask for it again.'})
  return false
}

/**
 * What a PDF says of itself is what the manifest says, whoever wrote either: title, identifier, number of pages, the
 * digest in its metadata and on paper, and each attached file. Reports `verify-digest-holds`, `verify-attachment-is-input`.
 */
export function verifyPdfAgrees(facts: PdfFacts, manifest: Manifest, file: VFile): void {
  const {digest, counts, title, identifier} = manifest
  const text = facts.pages.map(({runs}) => runs.map((run) => run.text).join('')).join('').replace(/\s/g, '')
  const differs = (what: string, found: string | undefined, expected: string): void => {
    if (found !== expected) report(file, 'verify-digest-holds', `Unexpected ${what} ${found ?? '(none)'}, expected ${expected}, as the manifest says`)
  }
  differs('title', facts.title, title)
  differs('identifier', facts.metadata.xmp?.includes(identifier) ? identifier : undefined, identifier)
  differs('digest in the metadata', /sha256:([0-9a-f]{64})/.exec(facts.metadata.xmp ?? '')?.[1], digest)
  differs('digest on paper', text.includes(digest) ? digest : undefined, digest)
  if (counts['pages'] !== undefined) differs('number of pages', String(facts.pages.length), String(counts['pages']))
  verifyAttachments(facts.attachments.map(({name, content}) => hashFile(name, content)), manifest, file)
}

/**
 * The same of an e-book. Its attachments have names of their own, so they are known by their content.
 *
 * @param files files of the container by path
 */
export function verifyEpubAgrees(files: ReadonlyMap<string, Uint8Array>, manifest: Manifest, file: VFile): void {
  const opf = Buffer.from(files.get('EPUB/package.opf') ?? new Uint8Array()).toString('utf8')
  const differs = (what: string, expected: string): void => {
    if (!opf.includes(expected)) report(file, 'verify-digest-holds', `Unexpected lack of the ${what} in the package document, expected ${expected}, as the manifest says`)
  }
  differs('identifier', manifest.identifier)
  differs('digest', `sha256:${manifest.digest}`)
  const inputOf = new Map(manifest.inputs.map((input) => [input.sha256, input.file]))
  const attached = [...files].filter(([path]) => path.startsWith('EPUB/attachments/')).map(([path, content]) => hashFile(path, content))
  verifyAttachments(attached.map((one) => ({...one, file: inputOf.get(one.sha256) ?? one.file})), manifest, file)
}

/** All inputs are attached, or none where the options say so, each as it was; the editorial log, which is no input, may be with them. Reports `verify-attachment-is-input`. */
export function verifyAttachments(all: readonly HashedFile[], {inputs, options}: Pick<Manifest, 'inputs' | 'options'>, file: VFile): void {
  const attached = all.filter((one) => one.file.replace(/^EPUB\/attachments\//, '') !== editorialLogName)
  if (attached.length === 0 && options['attachments'] !== 'sources') return
  const found = new Map(attached.map((one) => [one.file, one]))
  for (const input of inputs) {
    const one = found.get(input.file)
    if (!one) report(file, 'verify-attachment-is-input', `Unexpected lack of the attachment “${input.file}”, expected every input to be attached`)
    else if (one.sha256 !== input.sha256) report(file, 'verify-attachment-is-input', `Unexpected content of the attachment “${input.file}” (SHA-256 ${one.sha256}), expected SHA-256 ${input.sha256}`)
    found.delete(input.file)
  }
  for (const name of found.keys()) report(file, 'verify-attachment-is-input', `Unexpected attachment “${name}”, expected inputs of the manifest alone`)
}
