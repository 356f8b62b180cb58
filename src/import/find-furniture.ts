import {plainWords} from '../model/mail/plain-words.ts'
import type {Block} from '../model/mail/split-blocks.ts'

/** Words with which a page asks its reader for something. */
const asking = [
  /点赞|點讚|點贊|在看|转发|轉發|分享|收藏|星标|星標|打赏|打賞|赞赏|留言|订阅|訂閱|点个/u, /关注(?:我们|公众号|一下|我)?|關注|追蹤/u, /欢迎|歡迎/u, /点击|點擊|长按|長按|扫码|掃碼|扫描|二维码|識別/u,
  /阅读原文|閱讀原文|往期|推荐阅读|推薦閱讀|延伸阅读|相关阅读|更多精彩|公众号|公眾號|商务合作|投稿|加群|进群/u,
  /いいね|シェア|フォロー|チャンネル登録/u, /구독|좋아요|공유/u,
  /\b(?:share|like|follow|subscribe|sign up|newsletter|related (?:posts|articles|stories)|read (?:more|next)|leave a (?:comment|reply)|click here|tip jar|support us|join us|retweet|comments?)\b/iu,
  /\b(?:this (?:post|article|story)|on (?:twitter|facebook|linkedin|x|mastodon|whatsapp)|your inbox|our newsletter|all rights reserved|free trial|for more)\b/iu,
]
/** One of these alone is enough. */
const sure = /阅读原文|閱讀原文|点赞.{0,6}在看|扫码关注|长按.{0,8}二维码|subscribe to (?:our|the|my)|sign up for (?:our|the|my)|all rights reserved|share (?:this|on)|follow us on|チャンネル登録/iu
/** Longest line of furniture, in characters. */
const longest = 80

/**
 * Finds lines at the end of a page that belong to the page and not to its text: short ones that ask to like, share,
 * follow, subscribe, by their words; a short line in one paragraph with such a line goes with it.
 *
 * @returns index of the first block of furniture; the length when there is none
 */
export function findFurniture(blocks: readonly Block[]): number {
  let start = blocks.length
  for (let at = blocks.length - 1; at >= 0; at -= 1) {
    const block = blocks[at] as Block
    if (isFurniture(block)) start = at
    else if (wordsOf(block).join('') !== '') return start
  }
  return start
}

function isFurniture(block: Block): boolean {
  if (block.depth > 0 || (block.kind !== 'paragraph' && block.kind !== 'heading' && block.kind !== 'item')) return false
  const lines = wordsOf(block)
  if (lines.length > 6 || lines.some((line) => line.length > longest) || lines.join('') === '') return false
  const text = lines.join('\n')
  return sure.test(text) || asking.filter((words) => words.test(text)).length >= 2
}

function wordsOf(block: Block): string[] {
  return block.kind === 'rule' ? [] : block.lines.map((line) => plainWords(line.text))
}
