import type {LocalTime, Moment} from './moment.ts'

const minuteMs = 60_000
/** Offsets in use lie between these, in minutes. */
const [westernmost, easternmost] = [-12 * 60, 14 * 60]

/** The earliest and the latest instant that a moment can mean, in milliseconds of UTC; the latest is exclusive. */
export interface Span {
  readonly from: number
  readonly to: number
}

/** What a moment can mean: a day is a day long, and a zone that is not known may be any. `undefined`: not understood. */
export function spanOf({local, zone}: Moment): Span | undefined {
  if (!local) return undefined
  const {from, to} = localSpan(local)
  const offsets = zone.state === 'given' ? [zone.offsetMinutes] : zone.state === 'absent' ? [westernmost, easternmost] : zone.candidates
  return {from: from - Math.max(...offsets) * minuteMs, to: to - Math.min(...offsets) * minuteMs}
}

/** The calendar fields of a moment in another zone, as exact as it is; `undefined` for a day, or where its zone is not given. */
export function inZone({local, zone}: Moment, offsetMinutes: number): LocalTime | undefined {
  if (local?.hour === undefined || zone.state !== 'given') return undefined
  const there = new Date(localSpan(local).from + (offsetMinutes - zone.offsetMinutes) * minuteMs)
  return {
    year: there.getUTCFullYear(),
    month: there.getUTCMonth() + 1,
    day: there.getUTCDate(),
    hour: there.getUTCHours(),
    ...(local.minute !== undefined && {minute: there.getUTCMinutes()}),
    ...(local.second !== undefined && {second: there.getUTCSeconds()}),
  }
}

/** The calendar fields as milliseconds, as if they were UTC. */
export function localSpan({year, month, day, hour, minute, second}: LocalTime): Span {
  const at = (ofYear: number, ofMonth: number, ofDay: number): number => {
    const date = new Date(Date.UTC(2000, ofMonth, ofDay))
    date.setUTCFullYear(ofYear + date.getUTCFullYear() - 2000, date.getUTCMonth(), date.getUTCDate())
    return date.getTime()
  }
  if (day === undefined) return {from: at(year, month - 1, 1), to: at(year, month, 1)}
  if (hour === undefined) return {from: at(year, month - 1, day), to: at(year, month - 1, day + 1)}
  const from = at(year, month - 1, day) + ((hour * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000
  return {from, to: from + (second !== undefined ? 1000 : minute !== undefined ? minuteMs : 60 * minuteMs)}
}
