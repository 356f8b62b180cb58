/** Every dollar that a bare `$` may be. */
const dollars = ['usd', 'cad', 'aud', 'nzd', 'hkd', 'sgd', 'twd']

/** The currencies that a word or sign may mean (ISO 4217, in small letters). */
const meanings: Readonly<Record<string, readonly string[]>> = {
  $: dollars, dollar: dollars, dollars: dollars, buck: dollars, bucks: dollars, us$: ['usd'], c$: ['cad'], ca$: ['cad'], a$: ['aud'], au$: ['aud'], nz$: ['nzd'], hk$: ['hkd'], s$: ['sgd'], nt$: ['twd'], 美元: ['usd'], 美金: ['usd'],
  '€': ['eur'], euro: ['eur'], euros: ['eur'], 欧元: ['eur'], 歐元: ['eur'], '£': ['gbp'], pound: ['gbp'], pounds: ['gbp'], sterling: ['gbp'], quid: ['gbp'], 英镑: ['gbp'], 英鎊: ['gbp'], 镑: ['gbp'], 鎊: ['gbp'],
  '¥': ['jpy', 'cny'], yen: ['jpy'], 日元: ['jpy'], 日圆: ['jpy'], 日圓: ['jpy'], 円: ['jpy'], yuan: ['cny'], renminbi: ['cny'], rmb: ['cny'], 元: ['cny'], 块: ['cny'], 块钱: ['cny'], 塊錢: ['cny'], 人民币: ['cny'], 人民幣: ['cny'],
  港元: ['hkd'], 港币: ['hkd'], 港幣: ['hkd'], 台币: ['twd'], 新台币: ['twd'], 加元: ['cad'], 澳元: ['aud'], 新元: ['sgd'], franc: ['chf', 'frf'], francs: ['chf', 'frf'], 'fr.': ['chf', 'frf'], 瑞士法郎: ['chf'], 法郎: ['chf', 'frf'],
  crown: ['czk', 'sek', 'nok', 'dkk'], crowns: ['czk', 'sek', 'nok', 'dkk'], kronor: ['sek'], kroner: ['nok', 'dkk'], 克朗: ['czk', 'sek', 'nok', 'dkk'], '₹': ['inr'], rupee: ['inr'], rupees: ['inr'], 卢比: ['inr'],
  '₽': ['rub'], rouble: ['rub'], roubles: ['rub'], ruble: ['rub'], rubles: ['rub'], 卢布: ['rub'], '₩': ['krw'], 韩元: ['krw'], 韓元: ['krw'], '₪': ['ils'], '₺': ['try'], '₴': ['uah'], peso: ['mxn'], pesos: ['mxn'],
}
const codes = 'USD|EUR|GBP|CNY|RMB|CHF|HKD|JPY|CAD|AUD|NZD|SGD|INR|SEK|NOK|DKK|CZK|PLN|RUB|KRW|TWD|BRL|MXN|ZAR'

/** What stands before an amount: `US$`, `£`, `CHF`; a pattern. */
export const currencyBefore = String.raw`(?<![\p{L}\d])(?:(?:US|CA?|AU?|NZ|HK|S|NT)\$|Fr\.|${codes})|人民[币幣]|港[币幣]|[$€£¥₹₽₩₪₺₴]`
/** What stands behind one, in Latin letters or as a sign; a pattern. */
export const latinCurrency = String.raw`(?:(?:US|U\.S\.|American|Canadian|Australian|Swiss|French|Swedish|Norwegian|Danish|Czech|Russian|Indian|British|Japanese|Chinese|Hong\sKong)\s)?(?:dollars?|bucks?|euros?|pounds?(?:\ssterling)?|quid|yen|yuan|renminbi|francs?|crowns?|kronor|kroner|rupees?|rou?bles?|pesos?|${codes})(?![\p{L}])|[$€£¥]`
/** The same in Han characters; 元 begins many other words. */
export const hanCurrency = '美元|美金|人民[币幣]|欧元|歐元|英[镑鎊]|[镑鎊]|港元|港[币幣]|新台币|台币|日元|日[圆圓]|円|加元|澳元|新元|瑞士法郎|法郎|克朗|卢布|卢比|[韩韓]元|块钱|塊錢|块(?=[。，、；！？”’）\\s]|$)|元(?![旦素年老帅首件宇月])'

/** What a word or sign for a currency may mean; `undefined`: nothing is known, or there is none. */
export function currenciesOf(written: string | undefined): readonly string[] | undefined {
  if (written === undefined || written === '') return undefined
  const plain = written.toLowerCase().replace(/\s+/g, ' ')
  const [, adjective = '', word = plain] = /^(\S+(?: kong)?) (\S+)$/.exec(plain) ?? []
  const own = meanings[plain] ?? (adjective === 'pounds' || adjective === 'pound' ? meanings['pounds'] : meanings[word])
  const narrow = nations[adjective]
  if (own && narrow && own.includes(narrow)) return [narrow]
  return own ?? [plain === 'rmb' ? 'cny' : plain]
}

const nations: Readonly<Record<string, string>> = {us: 'usd', 'u.s.': 'usd', american: 'usd', canadian: 'cad', australian: 'aud', swiss: 'chf', french: 'frf', swedish: 'sek', norwegian: 'nok', danish: 'dkk', czech: 'czk', 'hong kong': 'hkd'}
