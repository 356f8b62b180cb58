import type {VFile} from 'vfile'
import {report} from '../report/report.ts'
import {plainWords} from '../model/mail/plain-words.ts'
import type {Block} from '../model/mail/split-blocks.ts'

/** A sentence has come to its end, or a salutation to its comma. */
const closed = /[\p{P}\p{S}]$/u
/** What goes on with a sentence: `的` but not `的确`, a closing mark, a small letter. */
const goesOn = /^(?:的(?![确確士])|[，。；：、！？）]|\p{Ll})/u
/** `我和的看法`: a name is missing after the word that joins it. */
const missingName = /[我你您他她它们們]\s*[和与與跟]\s*(?:的(?![确確])|[，。；：])/u

/**
 * Looks for places in the text of a message where the publisher may have taken out a name: bold without words, a
 * paragraph that breaks off in a sentence, a joining word with nothing after it. The text is never changed there.
 *
 * Reports `import-text-has-no-hole`.
 */
export function reportHoles(blocks: readonly Block[], file: VFile): void {
  let before = ''
  for (const block of blocks) {
    if (block.kind !== 'paragraph') {
      before = ''
      continue
    }
    const words = plainWords(block.lines.map((line) => line.text).join(' '))
    const line = block.lines[0]?.number ?? 1
    if (words === '') reportHole(file, line, 'Unexpected bold line without words')
    else if (before !== '' && !closed.test(before) && goesOn.test(words)) reportHole(file, line, `Unexpected end of a paragraph within a sentence (“${before.slice(-8)}” / “${words.slice(0, 8)}”)`)
    const missing = missingName.exec(words)
    if (missing) reportHole(file, line, `Unexpected “${missing[0]}” without a name`)
    if (words !== '') before = words
  }
}

function reportHole(file: VFile, line: number, reason: string): void {
  report(file, 'import-text-has-no-hole', `${reason}, expected words: the publisher may have taken them out`, {
    place: {file: file.path, line},
    hint: 'The text was left as it stands: say so in a note if you know more.',
  })
}
