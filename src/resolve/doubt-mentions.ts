import {once} from '../model/once.ts'

/** Family names of two characters: alone they are rarely a person, before another character mostly a part of a name. */
const doubleFamilyNames = new Set('欧阳 歐陽 司马 司馬 上官 诸葛 諸葛 东方 東方 皇甫 尉迟 尉遲 公孙 公孫 慕容 令狐 宇文 长孙 長孫 司徒 司空 夏侯 澹台 澹臺 轩辕 軒轅 端木 独孤 獨孤 南宫 南宮 西门 西門 百里 呼延 万俟 闻人 聞人 赫连 赫連 申屠 太史 公冶 濮阳 濮陽 淳于 单于 單于 拓跋 闾丘 閭丘 宗政 钟离 鐘離'.split(' '))
/** Common family names that are hardly a word of their own before a name. */
const familyNames = new Set('王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫朱胡郭罗羅郑鄭梁谢謝宋韩韓冯馮邓鄧曹彭萧蕭肖田董潘袁蔡蒋蔣杜魏苏蘇吕呂丁沈姚卢盧姜崔钟鍾谭譚陆陸汪范廖贾賈韦韋傅邹鄒熊孟秦邱薛闫阎閻段侯陶黎贺賀顾顧郝龚龔邵钱錢严嚴')
/** Characters that names of persons end with and words rarely begin with alone. */
const givenNames = new Set('丰豐伟偉芳娜敏静靜丽麗磊洋勇艳豔杰傑娟涛濤霞刚剛桂英玉萍玲芬燕彬鹏鵬飞飛宇浩凯凱健俊帆雪荣榮琳莹瑩雯倩颖穎慧琴莉婷欣怡晨曦轩軒涵睿翔毅锋鋒修峰松柏楠琪琦瑶瑤璐薇菲蓉蕾茜岚嵐泽澤瀚昊昕晖暉煜烨燁炜煒铭銘鑫钰鈺彤彦彥懿婉媛妍娴嫻亮诚誠')
/** Characters that may well follow a name without belonging to it. */
const followers = new Set('的了是在和与與跟同及或对對把被给給让讓向从從到以为為于於而但也都就又还還再才只不没沒很最更已将將会會能可要想应應该該须須请請叫说說问問答道称稱指认認看听聽见見写寫读讀做等之其者所则則即乃曰云却卻便亦未曾来來去走站坐笑哭有无無使令死生病任当當出入回先何谁誰那这這家氏公')
/** Signs read before and after a mention to tell words apart. */
const around = 24
/** Its dictionary is large, and most dossiers never ask. */
const segmenter = once(() => new Intl.Segmenter('zh', {granularity: 'word'}))

/**
 * The words in which a mention may be no mention: Han text has no borders of words, and the dictionary of the machine has
 * a word across an end of it (`国王小明日` for 王小明), or a name seems to be a part of a longer one (`欧阳修` for 欧阳).
 * `undefined` where nothing speaks against it. A hint, not a decision: names are rarely in dictionaries.
 */
export function doubtOf(text: string, {start, end}: {readonly start: number; readonly end: number}): string | undefined {
  const [opens, closes] = [isHan(text, start - 1) && isHan(text, start), isHan(text, end) && isHan(text, end - 1)]
  if (!opens && !closes) return undefined
  const words = wordsAround(text, start, end)
  const [first, last] = [words.find((one) => one.from < start && one.to > start), words.find((one) => one.from < end && one.to > end)]
  if (first || last) return text.slice(first?.from ?? start, last?.to ?? end)
  const [before, after] = [words.find(({to}) => to === start), words.find(({from}) => from === end)]
  const isLonger = closes && after !== undefined && after.to - after.from === 1 && goesOn(text.slice(start, end), text.charAt(end))
  const isLater = opens && before !== undefined && before.to - before.from === 1 && familyNames.has(text.charAt(start - 1)) && end - start <= 2
  return isLonger || isLater ? text.slice(isLater ? start - 1 : start, isLonger ? end + 1 : end) : undefined
}

/** Whether a character behind a name seems to belong to it. */
function goesOn(name: string, next: string): boolean {
  if (doubleFamilyNames.has(name)) return !followers.has(next)
  return name.length === 2 && familyNames.has(name.charAt(0)) && givenNames.has(next)
}

function wordsAround(text: string, start: number, end: number): {readonly from: number; readonly to: number}[] {
  const from = Math.max(0, start - around)
  const found = []
  for (const {index, segment} of segmenter().segment(text.slice(from, end + around))) found.push({from: from + index, to: from + index + segment.length})
  return found
}

function isHan(text: string, at: number): boolean {
  return at >= 0 && at < text.length && /\p{Script=Han}|[\ud840-\udfff]/u.test(text.charAt(at))
}
