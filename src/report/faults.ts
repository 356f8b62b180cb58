import type {VFile} from 'vfile'
import {rules, type Fault, type Rule, type RuleId} from './rules.ts'

/** Errors by whose fault they are. */
export interface FaultCount {
  /** Of the program: what it made is written all the same, as not proved. */
  readonly ours: number
  /** Of the sources, the surroundings, whoever sent the outputs: nothing is written. */
  readonly others: number
}

/** Counts errors by whose fault they are, as the table of rules says; warnings are nobody's. */
export function countFaults(files: readonly VFile[]): FaultCount {
  const errors = files.flatMap(({messages}) => messages).filter(({fatal}) => fatal)
  const ours = errors.filter(({ruleId}) => faultOf(ruleId) !== undefined).length
  return {ours, others: errors.length - ours}
}

/** Whether something threw that should not. */
export function hasInternalError(files: readonly VFile[]): boolean {
  return files.some(({messages}) => messages.some(({ruleId}) => faultOf(ruleId) === 'internal'))
}

/** Whose fault an error of a rule is; `undefined`: none of ours. */
export function faultOf(rule: string | undefined): Fault | undefined {
  if (rule === undefined || !Object.hasOwn(rules, rule)) return undefined
  const row: Rule = rules[rule as RuleId]
  return row.fault
}
