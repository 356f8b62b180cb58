// The second thread: does the tasks that the first one sends.
import {parentPort} from 'node:worker_threads'
import {loadProgram} from './load-program.js'

const {loadTasks} = await loadProgram()
const tasks = await loadTasks()
parentPort.on('message', async ({task, input}) => parentPort.postMessage(await tasks[task](input)))
