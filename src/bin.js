#!/usr/bin/env node
import {loadProgram} from './load-program.js'

const {runCommandLine} = await loadProgram()
process.exitCode = await runCommandLine(process.argv.slice(2))
