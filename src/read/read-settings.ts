import type {VFile} from 'vfile'
import {hintNearest} from '../model/nearest-name.ts'
import {readZone} from '../model/read-zone.ts'
import type {ChronologySettings, Settings} from '../model/settings.ts'
import {report} from '../report/report.ts'
import {rules, type RuleId} from '../report/rules.ts'
import {checkYaml, type CheckedYaml} from './check-yaml.ts'
import {decodeText} from './decode-text.ts'
import {settingsSchema} from './settings-schema.ts'

/** What a dossier without `dossier.yaml` is made with. */
export const defaultSettings: Settings = {page: {size: 'A4'}, exhibits: 'normalized', normalize: {}, attachments: 'sources', silence: []}

/**
 * Reads `dossier.yaml` and completes it with the defaults.
 *
 * Reports `read-text-is-utf8`, `read-settings-syntax`, `read-settings-fields`, `read-silence-is-warning`.
 *
 * @param file the settings; `undefined`: there are none
 * @param transforms ids that `normalize` may hold
 * @returns the defaults when anything is wrong with the file; the messages say what
 */
export function readSettings(file: VFile | undefined, transforms: readonly string[]): Settings {
  const text = file && decodeText(file)
  if (!file || text === undefined) return defaultSettings
  const schema = settingsSchema
  const checked = checkYaml(file, {schema, text, syntaxRule: 'read-settings-syntax', fieldsRule: 'read-settings-fields'})
  if (!checked) return defaultSettings
  checkTransforms(file, checked, transforms)
  checkSilences(file, checked)
  checkAttachments(file, checked)
  const {title, subtitle, editor, language, issued, page, exhibits, normalize, attachments, chronology, redactions = [], edits = [], unpublished = [], silence} = checked.data
  return {
    ...defaultSettings,
    ...defined({title, subtitle, editor, language, issued, exhibits, normalize, attachments}),
    ...(redactions.length > 0 && {attachments: 'none' as const, redactions: redactions.map((entry, index) => ({...entry, place: checked.placeOf(['redactions', index])}))}),
    ...(edits.length > 0 && {edits: edits.map((entry, index) => ({...entry, place: checked.placeOf(['edits', index])}))}),
    ...(unpublished.length > 0 && {unpublished: unpublished.map((number, index) => ({number: String(number), place: checked.placeOf(['unpublished', index])}))}),
    ...(chronology && {chronology: zonesOf(chronology)}),
    page: {...defaultSettings.page, ...defined({...page})},
    silence: (silence ?? []).map((entry, index) => ({...entry, place: checked.placeOf(['silence', index])})),
  }
}

type Checked = CheckedYaml<typeof settingsSchema._output>

function checkTransforms(file: VFile, {data, placeOf}: Checked, transforms: readonly string[]): void {
  for (const id of Object.keys(data.normalize ?? {})) {
    if (transforms.includes(id)) continue
    const reason = `Unexpected transform “${id}” in “normalize”, expected the id of one that exists`
    report(file, 'read-settings-fields', reason, {place: placeOf(['normalize', id]), hint: hintNearest(id, transforms), expected: transforms})
  }
}

/** What is taken out of the print would lie in the sources beside it. */
function checkAttachments(file: VFile, {data, placeOf}: Checked): void {
  if (data.attachments !== 'sources' || !data.redactions?.length) return
  const reason = 'Unexpected “sources” in “attachments” of a dossier with redactions, expected none: the sources hold the words that are taken out'
  report(file, 'read-settings-fields', reason, {place: placeOf(['attachments']), hint: 'Write “attachments: none”, or leave it out.'})
}

function zonesOf({zone, assume}: {zone?: string | undefined; assume?: string | undefined}): ChronologySettings {
  const minutes = (words: string | undefined): number | undefined => {
    const read = words === undefined ? undefined : readZone(words)
    return read?.state === 'given' ? read.offsetMinutes : undefined
  }
  const assumedMinutes = minutes(assume)
  return {zoneMinutes: minutes(zone) ?? 0, ...(assumedMinutes !== undefined && {assumedMinutes})}
}

function checkSilences(file: VFile, {data, placeOf}: Checked): void {
  for (const [index, {rule}] of (data.silence ?? []).entries()) {
    const place = placeOf(['silence', index, 'rule'])
    if (!Object.hasOwn(rules, rule)) {
      const reason = `Unexpected rule “${rule}” in “silence”, expected one that exists`
      report(file, 'read-settings-fields', reason, {place, hint: hintNearest(rule, Object.keys(rules))})
    } else if (rules[rule as RuleId].severity === 'error') {
      const hint = 'Mend what the error names, and take the silence out.'
      report(file, 'read-silence-is-warning', `Unexpected silence for the error “${rule}”, expected a warning`, {place, hint})
    }
  }
}

function defined<T extends object>(fields: T): {[K in keyof T]?: Exclude<T[K], undefined>} {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as ReturnType<typeof defined<T>>
}
