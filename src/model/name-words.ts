/**
 * First names that are no usual family names, to tell `Hill, Mary Ann` (one person) from `Ann, Bo Chen` (two). A name that is
 * missing here decides nothing by itself.
 */
const firstNames = new Set(
  (
    'adam alan albert alex alexander alexandra alice alison amanda amy andrea andreas andrew andré angela ann anna anne annie anthony antonio arthur barbara ben benjamin bernard beth bill bob brian bruce carl carlos carol ' +
    'caroline catherine charles charlotte chris christian christina christine christopher claire clara claudia colin craig daniel daniela dave david deborah dennis diana diane donna dorothy edith edward elena elisabeth elizabeth ' +
    'ellen elon emily emma eric erik erika ernst eva evelyn fiona florence francesca frances frank franz frederick gabriel gareth gary george gerald gertrude giovanni giulia grace graham greg gregory hannah hans harold heather helen ' +
    'helga henry holly ian ingrid irene isabel jack jacob james jan jane janet jason jean jeff jeffrey jennifer jeremy jessica jill jim joan joanna joe johanna johann john jonathan josé joseph joyce juan judith judy julia julian julie ' +
    'jürgen karen karl kate katherine kathleen keith kenneth kevin klaus larry laura lauren lena leonard linda lisa louise lucas lucy luigi luke maria marco margaret marie mark marta martha mary matthew maureen megan ' +
    'melissa michael michelle mike monica monika nancy natalie nicholas nicole nigel nina olga oliver olivia oscar pamela patricia patrick paul paula pedro peter petra philip pierre rachel ralph raymond rebecca richard robert roger ' +
    'ronald rosa rose ruth ryan sally sam samantha samuel sandra sara sarah sharon sheila shirley simon sofia sonia sophie stefan stephanie stephen steve steven susan susanne sven tanya ted teresa theodore theresa thomas tim timothy tom tony ' +
    'tracy ursula valerie vanessa vera veronica victor victoria vincent virginia walter wendy werner william wolfgang yvonne zoe dag bo'
  ).split(' '),
)

/** True for words that are all first names or initials: `Mary Ann`, `John Q.` */
export function isFirstName(words: string): boolean {
  const all = words.trim().toLowerCase().split(/[\s-]+/).filter(Boolean)
  return all.length > 0 && firstNames.has(all[0] ?? '') && all.every((one) => firstNames.has(one) || /^\p{L}\.?$/u.test(one))
}

/** What follows the comma of a name or a company and is no first name: `Ph.D.`, `Co. Ltd`. In small letters, without dots. */
const suffixes = new Set(
  (
    'jr sr ii iii iv phd md jd dds dvm esq mba mph msc bsc dphil edd psyd pharmd llm llb cpa cfa pmp rn pe qc kc obe mbe cbe frs frcp dr prof dipling mp mep ' +
    'inc incorporated ltd limited llc llp lp corp corporation co company gmbh kg ag se plc sa sas spa srl sarl nv bv ab as aps oy oyj pty pte pvt kk sl sro zoo kft doo eg ev mbh cokg'
  ).split(' '),
)
/** Suffixes that are family names or words, too: only in capitals or with dots. */
const capitals = /^(?:M\.?A\.?|B\.?A\.?|M\.?S\.?|B\.?S\.?|D\.?O\.?|P\.?C\.?|V\.?)$/u
const joiners = new Set(['and', '&', 'u', 'und'])

/** Whether words are suffixes only. */
export function isSuffix(words: string): boolean {
  const all = words.trim().split(/\s+/).filter(Boolean)
  return all.length > 0 && all.every((one) => capitals.test(one) || joiners.has(one.toLowerCase()) || suffixes.has(one.toLowerCase().replace(/[./]/g, '')))
}

/** Words before a family name that belong to it: `De Marchi`, `van der Berg`. */
const particle = /^(?:d[eaio]|del|dell[ao]|della|degli|dos|das|du|des|la|le|lo|van|von|vom|zu|zur|den|der|dem|het|ten|ter|te|el|al|bin|ibn|ben|abu|mac|mc|st\.?|san|santa|saint|af|av|y|e)$/iu

/** Whether words can be one family name: a single word, or particles and a word. */
export function isFamilyName(words: string): boolean {
  const all = words.trim().split(/\s+/)
  return all.length > 0 && all.slice(0, -1).every((one) => particle.test(one)) && /^[\p{L}\p{M}'’-]+$/u.test(all.at(-1) ?? '')
}
