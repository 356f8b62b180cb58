import type {VFile} from 'vfile'
import type {Finding} from './model/manifest.ts'
import {messagesAsJson} from './report/messages-as-json.ts'
import {rules, type RuleId} from './report/rules.ts'

/**
 * The errors of a build that come with outputs that were not proved.
 *
 * @param hidesWords whether redactions take words out: what a finding quotes may come from the sources, where they still
 * stand, so that only its place is told, and what should hold there
 */
export function findingsOf(files: readonly VFile[], {hidesWords}: {hidesWords: boolean}): Finding[] {
  const errors = messagesAsJson(files).filter(({severity}) => severity === 'error')
  return errors.map(({file, line, column, rule, reason, hint}) => ({file, line, column, rule, ...(hidesWords ? {reason: `This does not hold: ${says(rule)}`, hint: null} : {reason, hint})}))
}

function says(rule: string | null): string {
  return rule !== null && Object.hasOwn(rules, rule) ? rules[rule as RuleId].says : 'an unnamed rule.'
}
