/** Fields of an article that stand at the head of a clipped page, in the order in which a source names them. */
export const headFields = ['title', 'author', 'published', 'place', 'link', 'cover'] as const

/** A field of an article's head. */
export type HeadField = (typeof headFields)[number]

const labels: Readonly<Record<HeadField, readonly string[]>> = {
  title: ['标题', '標題', '文章标题', '文章標題', '题目', 'タイトル', '제목', 'title', 'headline', 'titel', 'titre', 'título', 'titolo'],
  author: ['文章作者', '作者', '撰文', '原作者', '公众号', '公眾號', '記者', '记者', '著者', '筆者', '저자', '글쓴이', 'author', 'authors', 'by', 'written by', 'byline', 'autor', 'auteur', 'autore'],
  published: [
    '发布时间', '發布時間', '發佈時間', '发表时间', '發表時間', '发布日期', '發布日期', '發佈日期', '发表日期', '發表日期', '刊登日期', '日期', '时间', '時間', '公開日', '投稿日', '게시일',
    'published', 'publication date', 'date published', 'published on', 'date', 'posted', 'posted on', 'veröffentlicht', 'publié', 'fecha', 'pubblicato',
  ],
  place: ['发布地', '發布地', '發佈地', '发布地点', '發布地點', '发表地', '地点', '地點', '场所', '場所', 'place', 'location', 'dateline', 'ort', 'lieu', 'lugar', 'luogo'],
  link: ['原文链接', '原文連結', '原文鏈接', '原文地址', '链接', '連結', '網址', '网址', '来源链接', '文章链接', '原文', '元記事', 'link', 'url', 'source', 'original link', 'original', 'source url', 'permalink', 'quelle', 'lien', 'enlace', 'fuente', 'fonte'],
  cover: ['封面图链接', '封面圖連結', '封面图', '封面圖', '封面', '封面链接', '头图', 'cover', 'cover image', 'cover picture', 'image', 'thumbnail', 'titelbild'],
}

const fields: ReadonlyMap<string, HeadField> = new Map(
  Object.entries(labels).flatMap(([field, all]) => all.map((label) => [label.replaceAll(' ', ''), field as HeadField] as const)),
)

/** The field of an article that a label at its head means; `undefined` when it is not known. */
export function headFieldOf(label: string): HeadField | undefined {
  return fields.get(label.normalize('NFKC').replace(/[\s\u00A0]/g, '').toLowerCase())
}

/** What was read of a head. */
export type Head = Readonly<Partial<Record<HeadField, string>>>
