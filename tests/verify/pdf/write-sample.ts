/** A PDF by hand: object 1 is the catalog; streams are given as `[dictionary entries, content]`. */
export function writeSample(objects: readonly (string | readonly [string, string])[]): Uint8Array {
  let file = '%PDF-1.7\n'
  const offsets = objects.map((object, index) => {
    const offset = file.length
    const body = typeof object === 'string' ? object : `<<${object[0]} /Length ${object[1].length}>>\nstream\n${object[1]}\nendstream`
    file += `${index + 1} 0 obj\n${body}\nendobj\n`
    return offset
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const start = file.length
  file += `xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${table}trailer\n<</Size ${offsets.length + 1} /Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`
  return Buffer.from(file, 'latin1')
}

/** One page of 200 by 100 points that paints `content` in a font whose every letter is half as wide as it is high. */
export function writePage(content: string, resources = ''): Uint8Array {
  return writeSample([
    '<</Type /Catalog /Pages 2 0 R>>',
    '<</Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 200 100]>>',
    `<</Type /Page /Parent 2 0 R /Contents 4 0 R /Resources <</Font <</F 5 0 R>> ${resources}>>>>`,
    ['', content],
    `<</Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Sample /FirstChar 32 /LastChar 126 /Widths [${'500 '.repeat(95)}]>>`,
    ['/Type /XObject /Subtype /Form /Matrix [2 0 0 2 10 0] /BBox [0 0 100 100]', 'BT /F 5 Tf 1 1 Td (form) Tj ET /X Do'],
  ])
}
