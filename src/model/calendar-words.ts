/** Months by their words, 1–12; abbreviations without their dot. Compared in lower case. */
export const months: ReadonlyMap<string, number> = indexOf([
  'jan january januar jänner jän janvier janv enero ene gennaio gen janeiro januari',
  'feb february februar février févr fév febrero febbraio fevereiro fev februari',
  'mar march märz mär mrz mars marzo março maart mrt',
  'apr april avril avr abril abr aprile',
  'may mai mayo maggio mag maio mei maj',
  'jun june juni juin junio giugno giu junho',
  'jul july juli juillet juil julio luglio lug julho',
  'aug august août aou agosto ago augustus augusti',
  'sep sept september septembre septiembre settembre set setembro',
  'oct october oktober okt octobre octubre ottobre ott outubro out',
  'nov november novembre noviembre novembro',
  'dec december dezember dez décembre déc diciembre dic dicembre dezembro',
], 1)

/** Weekdays by their words, 0 for Sunday to 6; abbreviations without their dot. Compared in lower case. */
export const weekdays: ReadonlyMap<string, number> = indexOf([
  'sun sunday sonntag so dimanche dim domingo dom domenica zondag zo söndag sön søndag søn 日 天 일',
  'mon monday montag mo lundi lun lunes lunedì segunda-feira seg maandag ma måndag mån mandag man 一 月 월',
  'tue tues tuesday dienstag di mardi martes mar martedì terça-feira ter dinsdag tisdag tis tirsdag tir 二 火 화',
  'wed weds wednesday mittwoch mi mercredi mer miércoles mié mercoledì quarta-feira qua woensdag wo onsdag ons 三 水 수',
  'thu thur thurs thursday donnerstag do jeudi jeu jueves jue giovedì gio quinta-feira qui donderdag torsdag tor tors 四 木 목',
  'fri friday freitag fr vendredi ven viernes vie venerdì sexta-feira sex vrijdag vr fredag fre 五 金 금',
  'sat saturday samstag sonnabend sa samedi sam sábado sáb sabato sab zaterdag za lördag lör lørdag lør 六 土 토',
], 0)

function indexOf(rows: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(' ').map((word) => [word, index + first] as const)))
}
