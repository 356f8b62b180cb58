import {callouts} from './callouts.ts'
import {dashes} from './dashes.ts'
import {ellipses} from './ellipses.ts'
import {quotedMail} from './quoted-mail.ts'
import {quotes} from './quotes.ts'
import {softBreaks} from './soft-breaks.ts'
import {spaces} from './spaces.ts'
import type {Transform} from './transform.ts'

/**
 * Every normalization, in the order in which they run: lines are still lines for `quoted-mail`, invisible characters
 * are gone before marks are told apart by their neighbours, and quotes see the dashes beside them.
 */
export const transforms: readonly Transform[] = [callouts, quotedMail, spaces, softBreaks, ellipses, dashes, quotes]
