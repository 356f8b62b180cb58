import {mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import {dirname, join} from 'node:path'
import {expect, test} from 'vitest'
import {buildDossier} from '../../src/build.ts'
import {messagesAsJson} from '../../src/report/messages-as-json.ts'
import {diskWorld} from '../../src/world.ts'
import {checkEpub} from '../epub/check-epub.ts'
import {makePng} from '../printed/make-png.ts'

const png = makePng(40, 30)

test.each<readonly [string, Readonly<Record<string, string | Uint8Array>>, readonly string[]]>([
  ['a page that ends with its notes', {'article.md': '# 声明\n\n同意。[^1]\n\n[^1]: 双方均已签字。\n'}, []],
  ['control characters in the text', {'article.md': '# A\n\nBell \u0007 in the text, \u007f and \u0085 too.\n'}, []],
  ['a page that begins with words that no font has', {'article.md': '# A\n\n\u0627\u0644\u0639\u0631\u0628\u064a\u0629 words.\n'}, ['render-glyph-is-there']],
  ['a picture with a long Chinese name', {'article.md': '# A\n\n![x](证据一二三四五六七八九十图片照片.png)\n', '证据一二三四五六七八九十图片照片.png': png}, []],
  ['pictures whose names differ in capitals', {'article.md': '# A\n\n![x](x.png) ![y](X.png)\n', 'x.png': png, 'X.png': makePng(30, 40)}, []],
  ['a picture with the ending of another kind', {'article.md': '# A\n\n![x](a.jpg)\n', 'a.jpg': png}, []],
  ['paths that differ in a stroke', {'articles/a.md': '# A\n\nOne.\n', 'articles-a.md': '# B\n\nTwo.\n'}, []],
  ['hyphens of all three kinds', {'article.md': `# Hy\u2011phen\n\nAn 18\u2011month fight of the co\u2010op - and the well-known one.\n\n${'More words. '.repeat(500)}\n`}, []],
  ['a colour of skin', {'article.md': '# A\n\nFine \u{1f44d}\u{1f3fd} and \u{1f44d}.\n'}, []],
  ['signs of which two have one glyph', {'article.md': '# 阿卜杜勒·哈桑 • 要点 ・ 其一\n\n⋯⋯ 和 ……，· 与 • 与 ‧，～ 与 〜，① ➀，µg μm，O’Neil Oʼneil，⼀ 一 ⼤ 大。\n'}, []],
  ['pictures and letters of one sign', {'article.md': `# 表 ©\ufe0f，®\n\n❤\ufe0f，❤\ufe0e，©\ufe0f，™\ufe0f，\u{1f469}\u{1f3fd}\u200d\u{1f4bb}，\u{1f441}\ufe0f\u200d\u{1f5e8}\ufe0f，\u{1f1e8}\u{1f1f3}。\n\n${'长文。'.repeat(900)}\n`}, []],
  ['letters and their marks in two', {'article.md': '# Résumé für José\n\nCafé déjà vu, Zürich, naïve, Ångström, Łódź, Dvořák, Nguyễn Văn Đức, pīnyīn lǜ[^1], **Müller** `naïve`, がぎぐ, 中文é。\n\n[^1]: Über Ñandú.\n'.normalize('NFD')}, []],
  ['letters that a font has in two, or another font', {'article.md': '# Ĭ Ǩ\n\nǞ ǟ Ǩ, Ĭ ĭ, ⁼ of the serif; \u212a and \u212b.\n'}, []],
  ['letters that no font has', {'article.md': '# A\n\n한국 \u0622\u0628 words.\n\n한국 words 𠮷.\n'}, ['render-glyph-is-there']],
  ['titles of pictures', {'article.md': '# A\n\nText ![Bridge](a.png "Photo: A. Smith, \\"1998\\"") goes on.\n\n![Only][p]\n\n- ![Far](https://example.org/b.png \'Gone\')[^1]\n\n[p]: a.png "By reference"\n\n[^1]: ![Note](a.png "In a note")\n', 'a.png': png}, []],
  ['what is not seen', {
    'article.md': '# 标\u200b题里有\u00ad软\ufeff连字\n\n零宽\u200b，软\u00ad连字 hy\u00adphen，不换行\u00a0空格，全角\u3000空格，薄\u2009空格\u202f窄，制表\t符，词连\u2060接，行分\u2028隔，段分\u2029隔，葛\u{e0100}城 辻\u{e0101}，\u200e左右\u200f标\u202a嵌\u202c，\u2066隔\u2069，中\u034f连，蒙古\u180e分，填充\u3164符，\u115f谚文。\n\n| 甲\u3000 | 乙\u200b |\n|--|--|\n| \u00a0 | 一\u00ad二 |\n',
  }, []],
  ['spaces and dashes beside brackets of full width', {
    'article.md': '# 标\n\n正文。[^1] 【邮件1】后，Word.[^1] 【邮件1】 and — ― 二 ― 三 ‒ 四 – 五 ⸺ 六。\n\n[^1]: 注。\n',
    'exhibits/1.md': '---\nkind: exhibit\nnumber: 1\nmessages:\n  - headers:\n      发件人: 张三 <a@example.org>\n      主题: "回\u00ad复：　关于\u00a0事项"\n---\n\n你好\u3000\u3000先生，\n\n\u3000\u3000正文\u00a0\u00a0两格。\n',
  }, []],
  ['figures on keys', {'article.md': '# A 1\ufe0f\u20e3\n\n2\ufe0f\u20e3 Open it, **3\u20e3** and `4\ufe0f\u20e3`.\n\n#\ufe0f\u20e3 打开，价格 1234 元，编号 #3。\n'}, []],
  ['a long paragraph with pictures among its words', {'article.md': `# A\n\n${'The letter says ![a stamp](a.png) and was read aloud in the town. '.repeat(60)}\n`, 'a.png': png}, []],
  ['vowels painted before their letters', {'article.md': `# हिन्दी ភាសាខ្មែរ\n\nहिन्दी क्षत्रिय, ភាសាខ្មែរ, தமிழ், สวัสดี and ทำ. *Stressed አማርኛ words.*\n\n${'More words. '.repeat(500)}\n`}, ['render-glyph-is-there']],
  ['words that run the other way, in a running head too', {'article.md': `# The office שלום עולם\n\nשלום עולם, العربية مرحبا and words.\n\n${'More words. '.repeat(900)}\n`}, ['render-glyph-is-there']],
  ['letters of a syllable in three', {'article.md': '# A\n\n\u1112\u1161\u11ab\u1100\u1173\u11af words.\n'}, ['render-glyph-is-there']],
  ['marks with no letter, and on letters of another face', {'article.md': '# A\n\n\u302a字 begins.\n\n\u3099 closed, o\u3099, x\u20dd, z\u0335\u0321\u031b\u0352a, \ud83c\udffd.\n\n| \u302a字 | \u3099 x |\n|--|--|\n| \u0301a | 字\u0301 |\n'}, ['render-glyph-is-there']],
  ['a ligature in a running head, and one in stressed words', {'article.md': `# O\ufb03ce and ﬁgure\n\n*文ﬁ章*。\n\n${'More words. '.repeat(900)}\n`}, []],
  ['a call in the head of a table that goes on', {'article.md': `# A\n\n| Name[^1] | Sum |\n|--|--|\n${'| Barge | 12 |\n'.repeat(90)}\n\n[^1]: As in the list.\n`}, []],
  ['pages of notes alone within a table that goes on', {'article.md': `# A\n\n| Name | Sum |\n|--|--|\n${'| Barge | 12 |\n'.repeat(5)}| Tug[^1] | 1 |\n${'| Barge | 12 |\n'.repeat(5)}\n\n[^1]: ${'The list names every barge of the town and who owns it. '.repeat(250)}\n`}, []],
  ['a table in a note that goes on', {'article.md': `# A\n\n${'Text. '.repeat(300)}[^1]\n\n[^1]: As listed:\n\n    | Name | Sum |\n    |--|--|\n${'    | Barge | 12 |\n'.repeat(60)}\n`}, []],
  ['a note that begins with a picture', {'article.md': '# A\n\nText.[^1] More.[^2]\n\n[^1]: ![A stamp](a.png) of the office.\n[^2]: Words.\n', 'a.png': makePng(60, 200)}, []],
  ['a long note called again pages later, with notes of its own', {'article.md': `# A\n\nText.[^1]\n\n${'Words of the text. '.repeat(600)}\n\nAgain.[^1]\n\n[^1]: ${'The list names every barge of the town[^2] and who owns it.[^3] '.repeat(120)}\n[^2]: A town.\n[^3]: By deed.\n`}, []],
  ['a note with more notes within it than a page holds', {'article.md': `# A\n\nText.[^1]\n\n[^1]: ${Array.from({length: 90}, (_, at) => `The list names every barge of the town.[^n${at}] `).join('')}\n${Array.from({length: 90}, (_, at) => `[^n${at}]: Number ${at} of them.\n`).join('')}`}, []],
  ['a list taken apart since one of its rows is taller than a page', {
    'dossier.yaml': 'page: {size: A5}\n',
    'article.md': '# A\n\n[Exhibit 1]\n',
    'exhibits/1.md': `---\nmessages:\n${Array.from({length: 30}, (_, at) => `  - headers: {From: 'A. Writer <a@example.org>', Date: 'Mar ${at + 1}, 2024 at 9:30 AM', Subject: 'On the harbour ${'and the barges '.repeat(at === 2 ? 120 : ((at + 1) * 7) % 5)}'}\n`).join('')}---\n${Array.from({length: 30}, (_, at) => `\n<!-- message ${at + 1} -->\n\nWords.\n`).join('')}`,
  }, []],
  ['marks that close and open beside each other', {'article.md': `# 甲\n\n${'他说，“是”，“不”；《章程》，“注”。'.repeat(40)}\n`}, []],
  ['a line that ends with a bracket behind Latin letters', {'article.md': '# 本\n\n【新装版】大橋げたリベットの点検向け ペンキぬりの作法ブック（C言語版）TEST Ver.3.0 の本\n'}, []],
  ['control characters in code and in a title', {'article.md': '---\ntitle: "A\\u0001B \ufdd0"\n---\n\nSome `c\u0001d` code.\n'}, ['parse-code-has-no-controls', 'render-glyph-is-there']],
])('%s is in every output', async (name, sources, said) => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-test-'))
  try {
    for (const [path, content] of Object.entries(sources)) {
      mkdirSync(dirname(join(folder, 'in', path)), {recursive: true})
      writeFileSync(join(folder, 'in', path), content)
    }
    const {files, outputs} = await buildDossier({world: diskWorld(), folder: join(folder, 'in'), out: join(folder, 'out')})
    const rules = messagesAsJson(files).filter(({severity}) => severity === 'error' || said.length > 0).map(({rule}) => String(rule))
    expect([...new Set(rules)]).toEqual(said)
    expect(outputs.map(({path}) => path)).toContain('dossier.epub')
    expect(await checkEpub(`hard ${name}`, readFileSync(join(folder, 'out', 'dossier.epub')))).toEqual([])
  } finally {
    rmSync(folder, {recursive: true})
  }
}, 60_000)
