/** Media type of a file that a dossier is made from, by the ending of its name; `application/octet-stream` for another. */
export function mediaTypeOf(path: string): string {
  const extension = /\.([a-z0-9]+)$/i.exec(path)?.[1]?.toLowerCase() ?? ''
  return types[extension] ?? 'application/octet-stream'
}

const types: Readonly<Record<string, string>> = {
  md: 'text/markdown', markdown: 'text/markdown', yaml: 'application/yaml', json: 'application/json', css: 'text/css', hbs: 'text/plain', txt: 'text/plain', html: 'text/html',
  eml: 'message/rfc822', mbox: 'application/mbox', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', webp: 'image/webp', gif: 'image/gif', pdf: 'application/pdf',
}
