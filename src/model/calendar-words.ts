/** Months by their words in English, German, French, Spanish, Italian, Portuguese, Dutch and Swedish, 1–12; abbreviations without their dot. Compared in lower case. */
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

/**
 * The same in the other languages whose labels of headers are known: Finnish, Polish, Czech, Russian, Ukrainian,
 * Hungarian, Turkish, Romanian, Danish and Norwegian; as they stand alone and as they stand in a date. Told apart from
 * {@link months} because many are short words of English (`led`, `pro`, `des`): only for what is a date as a whole.
 */
const moreMonths: ReadonlyMap<string, number> = indexOf([
  'tammikuu tammi tammikuuta tammik styczeń sty stycznia leden led ledna январь янв января січень січ січня január ocak oca ianuarie ian',
  'helmikuu helmi helmikuuta helmik luty lut lutego únor úno února февраль февр фев февраля лютий лют лютого február febr şubat şub februarie',
  'marts maaliskuu maalis maaliskuuta maalisk marzec marca březen bře března март марта мар березень бер березня március márc mart martie',
  'huhtikuu huhti huhtikuuta huhtik kwiecień kwi kwietnia duben dub dubna апрель апр апреля квітень квіт кві квітня április ápr nisan nis aprilie',
  'toukokuu touko toukokuuta toukok maja květen kvě května май мая травень трав тра травня május máj mayıs',
  'kesäkuu kesä kesäkuuta kesäk czerwiec cze czerwca červen čvn června июнь июня июн червень черв чер червня június jún haziran haz iunie iun',
  'heinäkuu heinä heinäkuuta heinäk lipiec lip lipca červenec čvc července июль июля июл липень лип липня július júl temmuz tem iulie iul',
  'aoû elokuu elo elokuuta elok sierpień sie sierpnia srpen srp srpna август авг августа серпень серп сер серпня augusztus ağustos ağu',
  'syyskuu syys syyskuuta syysk wrzesień wrz września září zář сентябрь сент сен сентября вересень вер вересня szeptember szept eylül eyl septembrie',
  'lokakuu loka lokakuuta lokak październik paź października říjen říj října октябрь окт октября жовтень жовт жов жовтня október ekim eki octombrie',
  'marraskuu marras marraskuuta marrask listopad lis listopada listopadu ноябрь нояб ноя ноября листопад лист лис листопада kasım kas noiembrie',
  'desember des joulukuu joulu joulukuuta jouluk grudzień gru grudnia prosinec pro prosince декабрь дек декабря грудень груд гру грудня aralık ara decembrie',
], 1)

/** Weekdays by their words, 0 for Sunday to 6; abbreviations without their dot. In lower case. */
const weekdays: ReadonlyMap<string, number> = indexOf([
  'sun sunday sonntag so dimanche dim domingo dom domenica zondag zo söndag sön søndag søn 日 天 일',
  'mon monday montag mo lundi lun lunes lunedì segunda-feira segunda seg maandag ma måndag mån mandag man 一 月 월',
  'tue tues tuesday dienstag di mardi mar martes martedì terça-feira terça ter dinsdag tisdag tis tirsdag tirs tir 二 火 화',
  'wed weds wednesday mittwoch mi mercredi mer miércoles mié mercoledì quarta-feira quarta qua woensdag wo onsdag ons 三 水 수',
  'thu thur thurs thursday donnerstag do jeudi jeu jueves jue giovedì gio quinta-feira quinta qui donderdag torsdag tor tors 四 木 목',
  'fri friday freitag fr vendredi ven viernes vie venerdì sexta-feira sexta sex vrijdag vr fredag fre 五 金 금',
  'sat saturday samstag sonnabend sa samedi sam sábado sáb sabato sab zaterdag za lördag lör lørdag lør 六 土 토',
], 0)

const moreWeekdays: ReadonlyMap<string, number> = indexOf([
  'sunnuntai sunnuntaina su niedziela niedz nd neděle ne воскресенье вс неділя нд vasárnap v pazar paz duminică dum',
  'maanantai maanantaina poniedziałek pon pn pondělí po понедельник пн понеділок hétfő h pazartesi pzt luni',
  'tiistai tiistaina ti wtorek wt úterý út вторник вт вівторок kedd k salı sal marți',
  'keskiviikko keskiviikkona ke środa śr středa st среда ср середа szerda sze çarşamba çar miercuri mie',
  'torstai torstaina to czwartek czw cz čtvrtek čt четверг чт четвер csütörtök cs perşembe per joi',
  "perjantai perjantaina pe piątek pt pátek pá пятница пт п'ятниця péntek p cuma cum vineri vin",
  'lauantai lauantaina la sobota sob so суббота сб субота szombat szo cumartesi cmt sâmbătă sâm',
], 0)

/** The month of a word, 1–12, in any language of the labels, with its dot or without; `undefined` when it is none. */
export function monthOf(word: string): number | undefined {
  return months.get(bare(word)) ?? moreMonths.get(bare(word))
}

/** The weekdays that a word can mean, 0 for Sunday to 6: `so` is Sunday in German and Saturday in Czech. Empty when it is none. */
export function weekdaysOf(word: string): readonly number[] {
  const plain = bare(word).replace(/[’ʼ]/g, "'")
  return [weekdays.get(plain), moreWeekdays.get(plain)].flatMap((one) => one ?? [])
}

function bare(word: string): string {
  return word.toLowerCase().replace(/\.$/, '')
}

function indexOf(rows: readonly string[], first: number): ReadonlyMap<string, number> {
  return new Map(rows.flatMap((row, index) => row.split(' ').map((word) => [word, index + first] as const)))
}
