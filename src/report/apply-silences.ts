import type {VFile} from 'vfile'
import type {Silence} from '../model/settings.ts'
import {report} from './report.ts'
import {rules, type RuleId} from './rules.ts'

/** What to silence, and in what. */
export interface SilenceInput {
  readonly files: readonly VFile[]
  readonly silences: readonly Silence[]
  /** The settings that hold the silences. */
  readonly settings: VFile
  /** Stages that ran to their end (`read`, `parse` …): a silence for a stage that did not run is not judged. */
  readonly stages: readonly string[]
}

/**
 * Takes silenced warnings off the files. Errors stay whatever is said of them.
 *
 * Reports `read-silence-needed` for a silence that silences nothing.
 *
 * @returns how many warnings were taken off
 */
export function applySilences({files, silences, settings, stages}: SilenceInput): number {
  let total = 0
  for (const {rule, place} of silences) {
    if (!isWarning(rule)) continue
    const before = countMessages(files)
    for (const file of files) file.messages = file.messages.filter(message => message.ruleId !== rule || message.fatal)
    const taken = before - countMessages(files)
    total += taken
    if (taken > 0 || !stages.includes(rule.split('-')[0] ?? '')) continue
    report(settings, 'read-silence-needed', `Unexpected silence for “${rule}”, expected at least one such warning`, {
      place,
      hint: 'Take it out of “silence”.',
    })
  }
  return total
}

function isWarning(rule: string): rule is RuleId {
  return Object.hasOwn(rules, rule) && rules[rule as RuleId].severity === 'warning'
}

function countMessages(files: readonly VFile[]): number {
  return files.reduce((count, file) => count + file.messages.length, 0)
}
