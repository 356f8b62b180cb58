import {describe, expect, test} from 'vitest'
import {doubtOf} from '../../src/resolve/doubt-mentions.ts'
import {resolveTexts} from './resolve-texts.ts'

const article = (...paragraphs: string[]) => `---\ntitle: T\nlanguage: zh-Hans\n---\n\n${paragraphs.join('\n\n')}\n`

function found(paragraphs: string[], lists: Record<string, string>): {people: unknown[]; said: string[]} {
  const {dossier, files} = resolveTexts({'article.md': article(...paragraphs), ...lists})
  return {
    people: dossier.people.map(({name, mentions}) => `${name} ${mentions.length}`),
    said: files.flatMap(({path, messages}) => messages.map(({line, ruleId, reason}) => `${path}:${line} ${ruleId} ${reason}`)),
  }
}

describe('a Han name within other words', () => {
  test('is told with its line and its words, and counted until the list says otherwise', () => {
    const {people, said} = found(['国王小明日登基。', '王小明来了。'], {'people.yaml': '- name: 王小明\n'})
    expect(people).toEqual(['王小明 2'])
    expect(said).toEqual(['article.md:6 resolve-mention-is-clear Unexpected “王小明” within “国王小明日”, expected to know whether it is 王小明'])
  })

  test('is none where the list has the words under `not`, elsewhere it stays', () => {
    const {people, said} = found(['国王小明日登基。', '王小明来了。'], {'people.yaml': '- name: 王小明\n  not: 国王小明日\n'})
    expect(people).toEqual(['王小明 1'])
    expect(said).toEqual([])
  })

  test('is one where the list has the words under `in`', () => {
    const {people, said} = found(['刘洋洋得意。'], {'people.yaml': '- name: 刘洋\n  in: [刘洋洋得意]\n'})
    expect(people).toEqual(['刘洋 1'])
    expect(said).toEqual([])
  })

  test('a family name before a given name is told once for each words, with all places', () => {
    const {people, said} = found(['欧阳修写了文章。', '他向欧阳修学习。', '欧阳说好。'], {'people.yaml': '- name: 欧阳\n'})
    expect(people).toEqual(['欧阳 3'])
    expect(said).toEqual(['article.md:6 resolve-mention-is-clear Unexpected “欧阳” within “欧阳修” (also article.md:8), expected to know whether it is 欧阳'])
  })

  test('the longer name of the list always wins, and then there is nothing to ask', () => {
    const {people, said} = found(['欧阳修写了文章。欧阳说好。', '张三丰见张三。'], {'people.yaml': ['欧阳', '欧阳修', '张三', '张三丰'].map((name) => `- name: ${name}\n`).join('')})
    expect(people).toEqual(['欧阳 1', '欧阳修 1', '张三 1', '张三丰 1'])
    expect(said).toEqual([])
  })

  test('terms and organisations have the same lists of words', () => {
    const {dossier, files} = resolveTexts({'article.md': article('经济学生活很好。', '学生来了。'), 'terms.yaml': '- term: 学生\n  not: [经济学生活]\n'})
    expect(dossier.index.map(({words, places}) => [words, places.length])).toEqual([['学生', 1]])
    expect(files.flatMap(({messages}) => messages.map(String))).toEqual([])
  })

  test('words under `not` that do not hold the name are told', () => {
    expect(found(['王小明来了。'], {'people.yaml': '- name: 王小明\n  not: [国王]\n'}).said).toEqual(['people.yaml:1 resolve-mention-is-clear Unexpected context “国王” of 王小明, expected more words than one of the spellings, which hold it'])
  })

  test('a name in letters may be in other words too', () => {
    expect(found(['Sam 和 Sam Adams 来了。'], {'people.yaml': '- name: Sam\n  not: [Sam Adams]\n'}).people).toEqual(['Sam 1'])
  })

  test('a note on a name does not stand at a longer one', () => {
    const {dossier} = resolveTexts({'article.md': article('张三丰来了。', '张三也来了。'), 'people.yaml': '- name: 张三\n- name: 张三丰\n', 'notes/n.md': '---\nfor: dossier\n---\n\n> [!person] @张三\n\n一人。\n'})
    const [first, second] = dossier.articles[0]?.body.children ?? []
    expect(JSON.stringify(first)).not.toContain('"call"')
    expect(JSON.stringify(second)).toContain('"call"')
  })
})

const names = '王小明 李四 张三 张伟 刘洋 陈静 杨帆 黄磊 孙丽 马斯克 伊利亚 阿尔特曼 布罗克曼 欧阳娜娜 诸葛亮 王建国 李秀英 张桂兰 陈志强 周海燕 徐志摩 胡适 朱自清 林徽因 马云 梁启超 邓丽君 董卿 余华 杜甫 苏轼 丁玲 沈从文 姚明 钟南山 贾平凹 夏衍 白居易'.split(' ')
const sentences = ['|说，公司需要更多的钱。', '他告诉|，计划没有改变。', '|和同事在会上讨论了预算。', '邮件由|发给董事会。', '这是|的意见，也是大家的意见。', '据|回忆，当时没有人反对。', '会后|离开了办公室。', '我们同意|提出的方案。', '|认为应当公开。', '|、律师和秘书都在场。', '委员会任命|为主席。', '|于次日答复。', '在|看来，这并不够。', '昨天|来信说明情况。', '感谢|对本项目的支持。', '|写道：请尽快处理。']

test('of true mentions very few are asked about', () => {
  const all = names.flatMap((name) => sentences.map((sentence) => ({text: sentence.replace('|', name), start: sentence.indexOf('|'), name})))
  const asked = all.filter(({text, start, name}) => doubtOf(text, {start, end: start + name.length}) !== undefined)
  expect(all.length).toBeGreaterThan(500)
  expect(asked.length / all.length, asked.map(({text}) => text).join(' ')).toBeLessThan(0.02)
})

test.each([
  ['国王小明日登基', '王小明'], ['欧阳修写了文章', '欧阳'], ['张三丰是道士', '张三'], ['王明白了', '王明'], ['安全部长王强调', '王强'], ['他在上海上班', '海上'], ['经济学生活', '学生'], ['诸葛亮来了', '诸葛'], ['王小明来了', '小明'], ['南京市长江大桥', '市长江'],
])('in %s, %s is asked about', (text, name) => {
  const start = text.indexOf(name)
  expect(doubtOf(text, {start, end: start + name.length})).toContain(name)
})
