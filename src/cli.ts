import {Command, CommanderError, InvalidArgumentError, Option} from 'commander'
import {nearestName} from './model/nearest-name.ts'
import {outputs, type Output} from './model/outputs.ts'
import {tellThrown} from './cli/tell-thrown.ts'
import type {World} from './model/world.ts'
import {visible} from './report/visible.ts'
import {readVersion} from './read/read-version.ts'
import {diskWorld} from './world.ts'

/** 0 fine · 1 errors in the sources or outputs, or what the system refused · 2 wrong usage · 3 a needed tool is missing · 70 an internal error. */
export type ExitCode = 0 | 1 | 2 | 3 | 70

/**
 * Runs one command of the command line.
 *
 * @param words what stands behind the program's name
 * @returns the code to exit with
 */
export async function runCommandLine(words: readonly string[], world: World = diskWorld()): Promise<ExitCode> {
  leaveInOrder(world)
  let code: ExitCode = 0
  const program = await describeCommands(world, result => (code = result))
  try {
    await program.parseAsync(words, {from: 'user'})
    return code
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2
    return tellThrown(error, world, {asJson: words.includes('--json')})
  }
}

/** Every command with its options. What a command needs is imported when it runs, so that help comes at once. */
async function describeCommands(world: World, setCode: (code: ExitCode) => void): Promise<Command> {
  const program = new Command('dossier')
    .description('Turns an article and the e-mails it rests on into an annotated dossier.')
    .version(await readVersion(world), '-v, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .showHelpAfterError('Run “dossier --help” for what there is.')
    .configureOutput({
      writeOut: text => world.terminal.write(text),
      writeErr: text => world.terminal.writeError(visible(text)),
    })
    .exitOverride()
  describeBuilding(program, world, setCode)
  describeSources(program, world, setCode)
  return program
}

/** Commands that make outputs and judge them. */
function describeBuilding(program: Command, world: World, setCode: (code: ExitCode) => void): void {
  program
    .command('build')
    .description('build the outputs of a source folder, or of one Markdown file')
    .argument('[folder]', 'folder or file; by default “sources” where it holds Markdown, else this folder')
    .option('-o, --out <folder>', 'folder for the outputs', 'out')
    .addOption(new Option('--only <outputs>', `outputs to make, separated by commas: ${outputs.join(', ')}`).argParser(parseOutputs))
    .option('--json', 'print messages and outputs as JSON')
    .action(async (folder: string | undefined, options: {out: string; only?: Output[]; json?: boolean}) => {
      const {runBuild} = await import('./cli/run-build.ts')
      setCode(await runBuild(world, {folder, ...options}))
    })

  program
    .command('check')
    .description('check the sources and build nothing')
    .argument('[folder]', 'folder or file, as for build')
    .option('--pdf <file>', 'check a finished PDF instead, by what can be told from its bytes')
    .option('--json', 'print messages as JSON')
    .action(async (folder: string | undefined, {pdf, ...options}: {pdf?: string; json?: boolean}) => {
      if (pdf !== undefined) {
        const {runCheckPdf} = await import('./cli/run-check-pdf.ts')
        return setCode(await runCheckPdf(world, {path: pdf, ...options}))
      }
      const {runBuild} = await import('./cli/run-build.ts')
      setCode(await runBuild(world, {folder, ...options}))
    })

  program
    .command('verify')
    .description('check outputs against their manifest')
    .argument('[folder]', 'output folder, as it was built or sent', 'out')
    .option('-s, --sources <folder>', 'files of your own to compare the inputs with')
    .option('--rebuild', 'build the outputs again from the sources they carry, and compare every byte')
    .option('--json', 'print the findings as JSON')
    .action(async (folder: string, options: {sources?: string; rebuild?: boolean; json?: boolean}) => {
      const {runVerify} = await import('./cli/run-verify.ts')
      setCode(await runVerify(world, {folder, ...options}))
    })
}

/** Commands that begin sources. */
function describeSources(program: Command, world: World, setCode: (code: ExitCode) => void): void {
  program
    .command('import')
    .description('turn clipped pages into source files, for a person to review')
    .argument('<file...>', 'clipped pages in Markdown')
    .option('-i, --into <folder>', 'source folder', 'sources')
    .option('--force', 'write over files that are there already')
    .action(async (files: string[], options: {into: string; force?: boolean}) => {
      const {runImport} = await import('./cli/run-import.ts')
      setCode(await runImport(world, {files, ...options}))
    })

  program
    .command('init')
    .description('begin a source folder: settings, an article, an exhibit')
    .argument('[folder]', 'folder to begin in', '.')
    .action(async (folder: string) => {
      const {runInit} = await import('./cli/run-init.ts')
      setCode(await runInit(world, folder))
    })

  program
    .command('schema')
    .description('print the JSON Schema of dossier.yaml, for editors')
    .action(async () => {
      const {settingsJsonSchema} = await import('./read/settings-schema.ts')
      world.terminal.write(`${JSON.stringify(settingsJsonSchema(), null, 2)}\n`)
    })
}

function parseOutputs(value: string): Output[] {
  return value.split(',').map(word => {
    const known = outputs.find(name => name === word.trim())
    if (known) return known
    const near = nearestName(word.trim(), outputs)
    throw new InvalidArgumentError(near ? `Did you mean “${near}”?` : `Known: ${outputs.join(', ')}.`)
  })
}

/** What a run leaves behind is removed when the process exits, so a signal must end in an exit, and a crash in a line. */
function leaveInOrder(world: World): void {
  const numbers = {SIGHUP: 1, SIGINT: 2, SIGTERM: 15} as const
  for (const [signal, number] of Object.entries(numbers)) {
    if (process.listenerCount(signal) === 0) process.once(signal, () => process.exit(128 + number))
  }
  if (process.listenerCount('uncaughtException') > 0) return
  process.once('uncaughtException', error => {
    // Whoever reads our output has stopped reading: nothing is wrong with us.
    if ('code' in error && error.code === 'EPIPE') process.exit(0)
    process.exit(tellThrown(error, world, {asJson: false}))
  })
}
