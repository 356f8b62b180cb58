import type {threadTasks} from './thread-tasks.ts'

export {runCommandLine} from './cli.ts'
export {diskWorld} from './world.ts'

/** What the second thread can do; loaded by it alone. */
export async function loadTasks(): Promise<typeof threadTasks> {
  return (await import('./thread-tasks.ts')).threadTasks
}
