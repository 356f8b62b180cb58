import Handlebars from 'handlebars'
import {once} from '../model/once.ts'

/** The built-in templates as Handlebars parsed them when the program was compiled, by their texts, as JSON. */
declare const templatesParsedAhead: string | undefined

const known = once(() => new Map(typeof templatesParsedAhead === 'string' ? (JSON.parse(templatesParsedAhead) as [string, hbs.AST.Program][]) : []))

/** Parses a template; one that is known from compiling the program is not parsed again, which would take long. */
export function parseTemplate(text: string): hbs.AST.Program {
  return known().get(text) ?? Handlebars.parse(text)
}
