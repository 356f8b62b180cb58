/** Words that translators choose between, and forms of one word that are spelled apart; each line is as one word. */
const families = `ought should must shall need
described describe called call calling termed term named name labelled labeled dubbed known
nobody none noone
told tell telling inform informed informing
said say saying says state stated
gave give given giving
knew know knows aware
think thought thinks believe believed believes opinion
went go goes gone
took take taken
paid pay paying pays
left leave leaving
sent send sending
wrote write written writing
kept keep keeping
made make making
found find finding
held hold holding
lost lose losing
bought buy buying
brought bring bringing
began begin begun start started starting
broke break broken
chose choose chosen
fell fall fallen
felt feel feeling
got get getting
grew grow grown
heard hear hearing
meant mean means meaning
met meet meeting
ran run running
saw see seen seeing
slept sleep sleeping asleep
spoke speak spoken speaking
stood stand standing
understood understand
won win winning
big bigger large larger huge great greater
small smaller little tiny
quick quickly fast soon rapidly
several many numerous
ask asked asking request requested beg begged plead
order ordered command commanded
close closed closing shut
enough suffice sufficient suffices
chance probability likelihood possibility
benefit benefits profit profits
near nearer close closer
intend intended intention intent intends
route path road way
deceive deceived mislead misled cheat cheated
violation breach breached violate violated
people everyone everybody all
photograph photographs photo photos picture pictures
secret quiet confidential
plainly clearly clear obviously
two twice second
one once
three thrice third
press media journalists
whatever anything
nothing naught`

/** Words that say little of what a sentence is about. */
const little = `a an the and or but nor so if as at by for from in into of off on onto out over to up with about after before than then that this these those
it its he him his himself she her hers herself they them their we us our you your i me my mine is am are was were be been being do does did have has had will would
can could may might not no yes there here who whom which what when where why how any some such only also very more most much other own same too just even yet
ever never once again still now all each every both one it's itself because while until unless though although`

const familyOf: ReadonlyMap<string, string> = new Map(families.split('\n').flatMap((line) => {
  const words = line.split(' ')
  return words.map((word) => [word, `=${words[0] ?? ''}`] as const)
}))
const littleWords: ReadonlySet<string> = new Set(little.split(/\s+/))
/** Han characters that stand in every second sentence, whatever it says. */
const littleHan: ReadonlySet<string> = new Set('的了是在和与及或而也都就还又再很更最不没有无未这那此其之个们我你他她它您以为于对从到向把被让使给将会能可要想得地着过吗呢吧啊所如因但则即只已经曾正上下中里后时来去说么什样些人话')
/** What a word that says little weighs beside one that says something, and what one of a family does. */
const littleWeight = 0.25

/** A word as it is compared: its family or its stem, and what it weighs. */
export interface LikeWord {
  readonly key: string
  readonly weight: number
}

/** What a word or a Han character is compared by where wording differs. */
export function likeWord(word: string, isHan: boolean): LikeWord {
  if (isHan) return {key: word, weight: littleHan.has(word) ? littleWeight : 1}
  const plain = word.toLowerCase()
  const family = familyOf.get(plain)
  if (littleWords.has(plain) || family === '=ought') return {key: family ?? plain, weight: littleWeight}
  return {key: family ?? stemOf(plain), weight: 1}
}

/** The beginning of a word without what inflects it; numbers as they are. */
function stemOf(word: string): string {
  if (/\d/.test(word) || word.length <= 3) return word
  const bare = word.replace(/'s?$/, '').replace(/(?<=\p{L}{3})(?:ations?|ings?|edly|ed|ies|es|s|ly|ment|ness|ions?|e|y)$/u, '')
  return bare.slice(0, 6)
}
