/** Languages in which `3.4.2023` is 3 April and nothing else. */
const languages = new Set(['de', 'fr', 'es', 'it', 'pt', 'nl', 'sv', 'da', 'nb', 'nn', 'no', 'fi', 'pl', 'cs', 'sk', 'ru', 'uk', 'tr', 'ro'])
/** Labels of a date in English, which says nothing of the order, and in languages that put the year first. */
const open = /^(?:date|sent|dátum|elküldve|küldve)|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/iu

/** Whether dates with dots have the day first, by the language of a text or the label of the date; false where neither says so. */
export function isDayFirst({language, label}: {readonly language?: string | undefined; readonly label?: string | undefined}): boolean {
  if (language !== undefined && languages.has(language.toLowerCase().split('-', 1)[0] ?? '')) return true
  return label !== undefined && !open.test(label.trim())
}
