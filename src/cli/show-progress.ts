import type {Progress} from '../build.ts'
import type {World} from '../model/world.ts'

/** One living line on a terminal, nothing elsewhere. */
export function showProgress(world: World, {isQuiet}: {isQuiet: boolean}): {show: (progress: Progress) => void; end: () => void} {
  const {terminal, environment, elapsedMs} = world
  if (isQuiet || !terminal.isErrorTerminal || environment['TERM'] === 'dumb') return {show: () => {}, end: () => {}}
  let current: Progress = {stage: 'start'}
  const draw = () => terminal.writeError(`\r\x1b[2K${lineOf(current, elapsedMs())}`)
  const timer = setInterval(draw, 250)
  timer.unref()
  return {
    show: progress => {
      current = progress
      draw()
    },
    end: () => {
      clearInterval(timer)
      terminal.writeError('\r\x1b[2K')
    },
  }
}

function lineOf({stage, pages}: Progress, elapsedMs: number): string {
  return [stage, pages === undefined ? '' : `${pages} pages`, `${(elapsedMs / 1000).toFixed(1)} s`].filter(Boolean).join(' · ')
}
