import type {PageSettings} from '../../src/model/settings.ts'
import {geometryOf} from '../../src/render/pdf/geometry.ts'
import type {Measures} from './sort-page.ts'

/** The measures of a size of paper in points. */
export function measuresOf(size: PageSettings['size']): Measures {
  const {textWidthPx, textHeightPx, innerPx, outerPx, topPx, fontPx, noteFontPx} = geometryOf({size} as PageSettings)
  const points = (px: number): number => px * 0.75
  return {width: points(textWidthPx), height: points(textHeightPx), inner: points(innerPx), outer: points(outerPx), top: points(topPx), fontPt: points(fontPx), notePt: points(noteFontPx)}
}
