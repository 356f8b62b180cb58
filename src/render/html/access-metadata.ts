import type {Book} from '../../model/book.ts'
import {elementsIn} from '../../model/elements-in.ts'
import type {ShownPicture} from '../../model/picture.ts'

/** What a publication may say of how it can be read (EPUB Accessibility 1.1 §2), as property and value. */
export type AccessMetadata = readonly (readonly [property: string, value: string])[]

/** Says what is true of this book, and no more. */
export function accessMetadata(book: Book, {hasPages}: {readonly hasPages: boolean}): AccessMetadata {
  const {words} = book
  const shown = picturesShown(book)
  const allDescribed = shown.every(({alt}) => alt.trim() !== '')
  const mayMove = shown.some(({name}) => book.pictures.some((one) => one.name === name && moves(one)))
  const features = ['tableOfContents', 'structuralNavigation', 'readingOrder', 'displayTransformability', ...(hasPages ? ['pageBreakMarkers', 'pageNavigation'] : []), ...(shown.length > 0 && allDescribed ? ['alternativeText'] : [])]
  const summary = [words['access-structure'], hasPages ? words['access-pages'] : words['access-no-pages'], shown.length === 0 ? words['access-no-pictures'] : allDescribed ? words['access-pictures'] : words['access-pictures-lack']]
  return [
    ['schema:accessMode', 'textual'],
    ...(shown.length === 0 ? [] : [['schema:accessMode', 'visual'] as const]),
    ...(allDescribed ? [['schema:accessModeSufficient', 'textual'] as const] : [['schema:accessModeSufficient', 'textual,visual'] as const]),
    ...features.map((feature) => ['schema:accessibilityFeature', feature] as const),
    ['schema:accessibilityHazard', mayMove ? 'unknown' : 'none'],
    ['schema:accessibilitySummary', summary.filter((one) => one !== undefined && one !== '').join(book.language.startsWith('zh') ? '' : ' ')],
  ]
}

/** Pictures and drawings, with the words that stand for them. */
function picturesShown({chapters}: Book): {name: string; alt: string}[] {
  const trees = chapters.flatMap(({body, notes}) => [body, ...notes.map(({children}) => ({type: 'root' as const, children: [...children]}))])
  return trees.flatMap((one) => elementsIn(one)).flatMap(({tagName, properties: {src, alt, ariaLabel}}) => {
    if (tagName === 'svg') return [{name: '', alt: String(ariaLabel ?? '')}]
    return tagName === 'img' ? [{name: String(src), alt: String(alt ?? '')}] : []
  })
}

/** Whether a picture may move, and so flash: every GIF, WebP and PNG that has frames. */
function moves({type, bytes}: ShownPicture): boolean {
  if (type === 'image/jpeg') return false
  const marks = {'image/gif': 'NETSCAPE2.0', 'image/webp': 'ANIM', 'image/png': 'acTL'} as const
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(marks[type], 0, 'latin1')
}
