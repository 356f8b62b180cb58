import type {Element} from 'hast'
import type {Book} from '../../model/book.ts'
import {element} from '../edition/elements.ts'

/**
 * What stands around the text: the way past it, the title, the search, the switch between light and dark, the place
 * for an exhibit beside the text. What needs the script is hidden until the script shows it.
 */
export function webFrame(book: Book, contents: Element | undefined, sections: readonly Element[]): Element[] {
  const {words} = book
  return [
    element('a', {className: ['skip'], href: '#web-text'}, [words['skip-to-text'] ?? '']),
    element('header', {className: ['bar']}, [
      element('p', {className: ['bar-title']}, [element('a', {href: `#${book.chapters[0]?.id ?? 'web-text'}`}, [book.title])]),
      findForm(words),
      element('button', {type: 'button', id: 'web-dark', className: ['switch'], hidden: true, ariaPressed: 'false'}, [words['dark'] ?? '']),
    ]),
    element('div', {className: ['page']}, [
      ...(contents ? [contents] : []),
      element('main', {id: 'web-text', tabIndex: -1}, sections),
      besidePlace(words),
    ]),
  ]
}

function findForm(words: Book['words']): Element {
  return element('form', {id: 'web-find', className: ['find'], role: 'search', ariaLabel: words['find'] ?? '', hidden: true}, [
    element('label', {htmlFor: ['web-find-words'], className: ['unseen']}, [words['find'] ?? '']),
    element('input', {id: 'web-find-words', type: 'search', placeholder: words['find'] ?? '', autoComplete: ['off'], spellCheck: 'false', ariaControls: ['web-found']}),
    element('div', {id: 'web-found', className: ['found'], hidden: true, dataCount: words['find-count'] ?? '{}', dataNone: words['find-none'] ?? '{}', dataFirst: words['find-first'] ?? '{}'}, [
      element('p', {className: ['found-count'], role: 'status'}),
      element('ol', {className: ['found-places'], role: 'list'}),
    ]),
  ])
}

function besidePlace(words: Book['words']): Element {
  return element('aside', {id: 'web-beside', className: ['beside'], tabIndex: -1, ariaLabel: words['exhibit-beside'] ?? '', hidden: true}, [
    element('div', {className: ['beside-bar']}, [
      element('a', {className: ['beside-place'], href: '#web-text'}, [words['in-its-place'] ?? '']),
      element('button', {type: 'button', className: ['close'], id: 'web-close'}, [words['close'] ?? '']),
    ]),
    element('div', {className: ['beside-text']}),
  ])
}
