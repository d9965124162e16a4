import { readFileSync } from 'node:fs'
import type { Plugin } from 'vite'
import type { GuideNode } from '../../renderer/app/help/guide-section.ts'
import { readGuide } from './read-guide.ts'

/** Gives the page its guide as data: the Markdown is read when the page is built, and no reader of it is in the page. */
export function guidePlugin(): Plugin {
  return {
    name: 'guide',
    load(id) {
      if (!id.endsWith('/docs/huong-dan.md')) return null
      const sections = readGuide(readFileSync(id, 'utf8'))
      const names = [...new Set(sections.flatMap(({ nodes }) => nodes.flatMap(picturesIn)))]
      return {
        code: [
          ...names.map((name, place) => `import picture${place} from ${JSON.stringify(`./${name}`)}`),
          `export const pictures = {${names.map((name, place) => `${JSON.stringify(name)}: picture${place}`).join()}}`,
          `export const sections = JSON.parse(${JSON.stringify(JSON.stringify(sections))})`,
        ].join('\n'),
        map: null,
      }
    },
  }
}

const picturesIn = (node: GuideNode): readonly string[] =>
  typeof node === 'string' ? [] : [...(node.src === undefined ? [] : [node.src]), ...node.children.flatMap(picturesIn)]
