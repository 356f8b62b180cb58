import {dirname, join, relative, resolve, sep} from 'node:path'
import type {ExitCode} from '../cli.ts'
import type {FileContent, World} from '../model/world.ts'
import {settingsJsonSchema} from '../read/settings-schema.ts'
import {visible} from '../report/visible.ts'

/** `dossier init`: settings with a schema for the editor, an article and an exhibit to begin with. Writes over nothing. */
export async function runInit(world: World, name: string): Promise<ExitCode> {
  const folder = resolve(world.currentFolder, name)
  const {schema, file} = await placeSchema(world, folder)
  const wanted: FileContent[] = [{path: 'dossier.yaml', content: settingsText(schema)}, ...file, ...examples]
  const listed = await world.disk.list(folder, '')
  const there = new Set(listed.ok ? listed.entries.map(entry => entry.name) : [])
  const hasMarkdown = [...there].some(entry => /\.(md|markdown)$/i.test(entry) || ['articles', 'exhibits'].includes(entry))
  const missing = wanted.filter(file => !there.has(file.path) && !(examples.includes(file) && hasMarkdown))
  const written = await world.disk.write(folder, missing)
  if (!written.ok) {
    world.terminal.writeError(`Cannot write ${visible(join(name, written.path))}: ${written.says}.\n`)
    return 1
  }
  for (const {path} of written.files) world.terminal.write(`${visible(join(name, path))}\n`)
  if (missing.length === 0) world.terminal.write('Everything is there already.\n')
  return 0
}

/**
 * Where the editor finds the schema, as seen from the folder. A package that is installed for the folder carries it;
 * from any other place it would not be found on another machine, so a copy is written beside the settings.
 */
async function placeSchema(world: World, folder: string): Promise<{schema: string; file: FileContent[]}> {
  const installed = world.packageFolder.split(sep).includes('node_modules') ? dirname(dirname(world.packageFolder)) : undefined
  const isBelow = installed !== undefined && !relative(installed, folder).startsWith('..')
  if (isBelow) return {schema: relative(folder, join(world.packageFolder, schemaName)).split(sep).join('/'), file: []}
  return {schema: schemaName, file: [{path: schemaName, content: `${JSON.stringify(settingsJsonSchema(), null, 2)}\n`}]}
}

const schemaName = 'dossier.schema.json'

function settingsText(schema: string): string {
  return `# yaml-language-server: $schema=${schema}
# Every field may be left out. What there is: “dossier schema”, or the README.

# title: The title of the first article, unless another stands here
# subtitle: A second line
# editor: Your name
# language: zh-Hans
# issued: 2024-03-07
# page:
#   size: A4
# exhibits: normalized
# silence:
#   - rule: read-picture-is-local
#     reason: The pictures may not be copied.
`
}

const articleText = `---
title: A first article
author: Nobody yet
---

Write here. An exhibit is cited by its number [Exhibit 1]. A note is called like this.[^1]

[^1]: It is printed at the foot of the page that calls it.
`

const exhibitText = `---
title: A first exhibit
messages:
  - headers:
      From: A. Writer <a.writer@example.org>
      To: B. Reader <b.reader@example.org>
      Date: Thu, Mar 7, 2024 at 9:30 AM
      Subject: A first message
---

The text of the message.
`

/** Not for a folder that has sources of its own. */
const examples: readonly FileContent[] = [
  {path: 'article.md', content: articleText},
  {path: 'exhibits/1.md', content: exhibitText},
]
