import type {VFile} from 'vfile'
import type {Moment} from '../model/moment.ts'
import type {Place} from '../model/place.ts'
import {report} from '../report/report.ts'

/**
 * Reports `resolve-date-understood` for a date that is only printed, `resolve-weekday-agrees` for a weekday that is not
 * that of its day.
 *
 * @param where what has the date: `in message 2.1`, `of an event`
 */
export function checkMoment(file: VFile, moment: Moment, {where, place}: {where: string; place: Place}): void {
  if (!moment.local) {
    report(file, 'resolve-date-understood', `Unexpected date "${moment.asPrinted}" ${where}, expected a date that can be read as a whole`, {
      place,
      hint: 'It is printed as it stands; write it as "Thu, 1 Feb 2018 03:52:00 -0800", "2018 年 2 月 1 日 上午 3:52", 2018-02-01, February 2018 or 2018 to place it in the chronology.',
    })
  }
  if (moment.weekday && !moment.weekday.agrees) {
    report(file, 'resolve-weekday-agrees', `Unexpected weekday "${moment.weekday.asPrinted}" in "${moment.asPrinted}", expected the weekday of that day`, {
      place,
      hint: 'If the original says so, leave it: the dossier prints it, the chronology marks it, and this warning tells you to check the date.',
    })
  }
}
