import type {LocalTime, Moment, Zone} from './moment.ts'
import type {ChronologySettings} from './settings.ts'

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

/** What is known of the zone of a time, the editor's assumption included. */
export type ZoneState = Zone['state'] | 'assumed'

/** A moment as a chronology in one zone places it. */
export interface PlacedMoment {
  /** In that zone where the zone of the moment is given or assumed, else as it stands; `undefined`: not understood. */
  readonly local: LocalTime | undefined
  /** `undefined` for what has no time of day. */
  readonly state: ZoneState | undefined
}

/** Places a moment in the zone of the chronology; UTC without settings, and no zone assumed. */
export function placeMoment(moment: Moment, {zoneMinutes, assumedMinutes}: ChronologySettings = {zoneMinutes: 0}): PlacedMoment {
  if (moment.local?.hour === undefined) return {local: moment.local, state: undefined}
  if (moment.zone.state === 'given') return {local: inZone(moment, zoneMinutes), state: 'given'}
  if (moment.zone.state !== 'absent' || assumedMinutes === undefined) return {local: moment.local, state: moment.zone.state}
  return {local: inZone({...moment, zone: {state: 'given', asPrinted: '', offsetMinutes: assumedMinutes}}, zoneMinutes), state: 'assumed'}
}

/** The calendar fields of a moment in another zone, as exact as it is; `undefined` for a day, or where its zone is not given. */
function inZone({local, zone}: Moment, offsetMinutes: number): LocalTime | undefined {
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
  if (month === undefined) return {from: at(year, 0, 1), to: at(year + 1, 0, 1)}
  if (day === undefined) return {from: at(year, month - 1, 1), to: at(year, month, 1)}
  if (hour === undefined) return {from: at(year, month - 1, day), to: at(year, month - 1, day + 1)}
  const from = at(year, month - 1, day) + ((hour * 60 + (minute ?? 0)) * 60 + (second ?? 0)) * 1000
  return {from, to: from + (second !== undefined ? 1000 : minute !== undefined ? minuteMs : 60 * minuteMs)}
}
