import Handlebars from 'handlebars'

/** A helper of the templates: its arguments to text, which is escaped unless it is {@link Markup}. */
export type Helper = (...values: readonly unknown[]) => string | Markup

/** Text that is markup already. */
export class Markup {
  readonly html: string

  constructor(html: string) {
    this.html = html
  }
}

/** Parsed templates and helpers. */
export interface TemplateSet {
  readonly templates: ReadonlyMap<string, hbs.AST.Program>
  readonly helpers: Readonly<Record<string, Helper>>
}

/** What names in a template are looked up in. */
interface Scope {
  readonly value: unknown
  /** `@index`, `@first`, `@last` within `{{#each}}`. */
  readonly data: Readonly<Record<string, unknown>>
  readonly parent: Scope | undefined
}

/**
 * Fills a parsed template with a view. Handlebars parses the templates; they are walked, not compiled, so that no text
 * ever becomes code: the program runs under `--disallow-code-generation-from-strings`, and a view is only read by its
 * own names.
 *
 * Knows `{{name}}`, `{{helper …}}`, `{{#if}}`, `{{#unless}}`, `{{#each}}`, `{{#with}}`, `{{> partial}}`, comments and white
 * space control. Throws for a name that the view has not, and for `{{{triple}}}` braces.
 */
export function fillTemplate(name: string, view: unknown, set: TemplateSet): string {
  return fillProgram(templateOf(name, set), {value: view, data: {}, parent: undefined}, set)
}

function templateOf(name: string, {templates}: TemplateSet): hbs.AST.Program {
  const template = templates.get(name)
  if (!template) throw new Error(`there is no template “${name}”`)
  return template
}

function fillProgram(program: hbs.AST.Program, scope: Scope, set: TemplateSet): string {
  return program.body.map((statement) => fillStatement(statement, scope, set)).join('')
}

function fillStatement(statement: hbs.AST.Statement, scope: Scope, set: TemplateSet): string {
  switch (statement.type) {
    case 'ContentStatement':
      return (statement as hbs.AST.ContentStatement).value
    case 'CommentStatement':
      return ''
    case 'MustacheStatement':
      return fillMustache(statement as hbs.AST.MustacheStatement, scope, set)
    case 'BlockStatement':
      return fillBlock(statement as hbs.AST.BlockStatement, scope, set)
    case 'PartialStatement': {
      const {name, params} = statement as hbs.AST.PartialStatement
      const value = params[0] ? valueOf(params[0], scope, set) : scope.value
      return fillProgram(templateOf((name as hbs.AST.PathExpression).original, set), {value, data: {}, parent: scope}, set)
    }
    default:
      throw new Error(`line ${statement.loc.start.line}: “${statement.type}” is not known in these templates`)
  }
}

function fillMustache(mustache: hbs.AST.MustacheStatement, scope: Scope, set: TemplateSet): string {
  const place = `line ${mustache.loc.start.line}`
  if (!mustache.escaped) throw new Error(`${place}: triple braces put markup in as it is, which no view may; use two`)
  const value = valueOf(mustache as unknown as hbs.AST.Expression, scope, set)
  if (value instanceof Markup) return value.html
  return value === undefined || value === null || value === false ? '' : Handlebars.escapeExpression(String(value))
}

function fillBlock(block: hbs.AST.BlockStatement, scope: Scope, set: TemplateSet): string {
  const {program, inverse, params, path} = block
  const subject = params[0] ? valueOf(params[0], scope, set) : undefined
  const otherwise = (): string => (inverse ? fillProgram(inverse, scope, set) : '')
  switch (path.original) {
    case 'if':
      return isTrue(subject) ? fillProgram(program, scope, set) : otherwise()
    case 'unless':
      return isTrue(subject) ? otherwise() : fillProgram(program, scope, set)
    case 'with':
      return isTrue(subject) ? fillProgram(program, {value: subject, data: {}, parent: scope}, set) : otherwise()
    case 'each': {
      if (!Array.isArray(subject) || subject.length === 0) return otherwise()
      const last = subject.length - 1
      return subject.map((value: unknown, index) => fillProgram(program, {value, data: {index, first: index === 0, last: index === last}, parent: scope}, set)).join('')
    }
    default:
      throw new Error(`line ${block.loc.start.line}: the block “${String(path.original)}” is not known, only if, unless, each and with`)
  }
}

function isTrue(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : Boolean(value)
}

/** A literal, a name of the view, or a helper called with its arguments. */
function valueOf(expression: hbs.AST.Expression, scope: Scope, set: TemplateSet): unknown {
  if (expression.type === 'PathExpression') return lookUp(expression as hbs.AST.PathExpression, scope)
  if (expression.type === 'SubExpression' || expression.type === 'MustacheStatement') {
    const {path, params} = expression as hbs.AST.SubExpression
    const helper = path.type === 'PathExpression' && Object.hasOwn(set.helpers, path.original) ? set.helpers[path.original] : undefined
    if (helper) return helper(...params.map((one) => valueOf(one, scope, set)))
    if (params.length > 0) throw new Error(`line ${expression.loc.start.line}: the helper “${String(path.original)}” is not known, only ${Object.keys(set.helpers).join(', ')}`)
    return valueOf(path, scope, set)
  }
  return (expression as hbs.AST.StringLiteral).value
}

function lookUp(path: hbs.AST.PathExpression, scope: Scope): unknown {
  let from: Scope = scope
  for (let up = 0; up < path.depth; up++) from = from.parent ?? from
  if (path.data) return from.data[path.parts[0] ?? '']
  return path.parts.reduce((value: unknown, part) => {
    if (typeof value === 'object' && value !== null && Object.hasOwn(value, part)) return (value as Record<string, unknown>)[part]
    throw new Error(`line ${path.loc.start.line}: there is no “${path.original}” here`)
  }, from.value)
}
