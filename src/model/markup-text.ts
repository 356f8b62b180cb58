/**
 * A text as HTML and XML can hold it, one character for one: controls but tab and line feed, lone surrogates and
 * noncharacters become U+FFFD (XML 1.0 §2.2, HTML §13.2.3.5). Line ends are made LF, as a parser would.
 */
export function markupText(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(unwritable, '\uFFFD')
}

/** Whether a text has any of them. */
export const unwritableCharacters = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F]|\p{Noncharacter_Code_Point}|\p{Cs}/u

const unwritable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F]|\p{Noncharacter_Code_Point}|\p{Cs}/gu
