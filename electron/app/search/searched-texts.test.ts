import { expect, test } from 'vitest'
import { searchedTexts } from './searched-texts.ts'

const texts = ['mat ong hoa rung', '', 'che shan tuyet', 'ong', 'tuyet']
const holding = searchedTexts(texts)

test('a text holds words that stand anywhere in it, each of them', () => {
  expect([...holding(['ong'])]).toEqual([1, 0, 0, 1, 0])
  expect([...holding(['ng'])]).toEqual([1, 0, 0, 1, 0])
  expect([...holding(['hoa', 'mat'])]).toEqual([1, 0, 0, 0, 0])
  expect([...holding(['tuyet'])]).toEqual([0, 0, 1, 0, 1])
  expect([...holding(['tuyet', 'ong'])]).toEqual([0, 0, 0, 0, 0])
})

test('no words are in every text, and no word goes from one text to the next', () => {
  expect([...holding([])]).toEqual([1, 1, 1, 1, 1])
  expect([...holding(['ongtuyet'])]).toEqual([0, 0, 0, 0, 0])
  expect([...searchedTexts([])(['ong'])]).toEqual([])
})

test('what is found is what each text includes', () => {
  const many = Array.from({ length: 400 }, (_, place) => place.toString(3))
  for (const words of [['0'], ['12'], ['2', '10'], ['221'], ['0', '1', '2']])
    expect([...searchedTexts(many)(words)]).toEqual(
      many.map((text) => (words.every((one) => text.includes(one)) ? 1 : 0)),
    )
})
