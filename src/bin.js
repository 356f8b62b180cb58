#!/usr/bin/env node
// The sources are TypeScript and run as they are: nothing is compiled ahead, in a clone or in an installed package.
import {register} from 'tsx/esm/api'

register()
const {runCommandLine} = await import('./cli.ts')
process.exitCode = await runCommandLine(process.argv.slice(2))
