import { dirname, join, relative, sep } from 'node:path'
import { clockFreeFolders, faultOfImport, isFree, isWithin } from './layers.ts'

// The project's own lint rules, loaded by oxlint (`jsPlugins`). The rules of imports are data: see layers.ts.

type Node = { readonly type: string }
type Literal = Node & { readonly value: unknown }
type ImportLike = Node & { readonly source: Literal | null }
type Identifier = Node & { readonly name: string }
type Member = Node & { readonly object: Identifier; readonly property: Identifier; readonly computed: boolean }
type NewOrCall = Node & { readonly callee: Identifier; readonly arguments: readonly Node[] }
type Sides = { readonly left: Node; readonly right: Node; readonly expression: Node }
type Declaration = {
  readonly declarations: readonly {
    readonly id: Node & { readonly typeAnnotation?: Node | null }
    readonly init: Node | null
  }[]
}
type Context = {
  readonly filename: string
  readonly cwd: string
  readonly report: (fault: { readonly message: string; readonly node: Node }) => void
}

const layersRule = {
  create(context: Context) {
    const path = projectPath(context, context.filename)
    const check = (node: ImportLike) => {
      const source = node.source?.value
      if (typeof source !== 'string') return
      const target = source.startsWith('.')
        ? projectPath(context, join(dirname(context.filename), source.replace(/\?.*$/, '')))
        : null
      const message = faultOfImport({ path, source, target })
      if (message !== null) context.report({ message, node })
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
      TSImportType: check,
    }
  },
}

const noBarrelRule = {
  create(context: Context) {
    const check = (node: ImportLike) => {
      if (node.source === null) return
      context.report({ message: 'export from the file that holds the thing: no barrels', node })
    }
    return { ExportNamedDeclaration: check, ExportAllDeclaration: check }
  },
}

const clockRule = {
  create(context: Context) {
    const path = projectPath(context, context.filename)
    if (isFree(path) || !clockFreeFolders.some((folder) => isWithin(path, folder))) return {}
    const message = 'time and chance come from AppContext (clock), so that every result can be repeated'
    return {
      NewExpression(node: NewOrCall) {
        if (node.callee.name === 'Date' && node.arguments.length === 0) context.report({ message, node })
      },
      CallExpression(node: NewOrCall) {
        if (node.callee.name === 'Date') context.report({ message, node })
      },
      MemberExpression(node: Member) {
        const name = `${node.object.name}.${node.property.name}`
        if (!node.computed && forbidden.includes(name)) context.report({ message, node })
      },
    }
  },
}

const utcDayRule = {
  create(context: Context) {
    const path = projectPath(context, context.filename)
    if (isFree(path) || isWithin(path, 'shared/domain/calendar')) return {}
    const message = 'the UTC day is not the day in Vietnam before 07:00: ask vietnamDay of shared/domain/calendar'
    return {
      MemberExpression(node: Member) {
        if (holdsUtcTime(node.object)) context.report({ message, node })
      },
    }
  },
}

/** `time.toISOString()`, perhaps as one side of a `??`. */
function holdsUtcTime(node: Node & Partial<NewOrCall & Sides>): boolean {
  if (node.left !== undefined && node.right !== undefined) return holdsUtcTime(node.left) || holdsUtcTime(node.right)
  if (node.type === 'ParenthesizedExpression' && node.expression !== undefined) return holdsUtcTime(node.expression)
  const callee: (Node & Partial<Member>) | undefined = node.callee
  return node.type === 'CallExpression' && callee?.property?.name === 'toISOString'
}

const exportedFunctionRule = {
  create(context: Context) {
    const message = 'what is exported is declared: export function'
    return {
      ExportNamedDeclaration({ declaration }: { readonly declaration: (Node & Partial<Declaration>) | null }) {
        for (const { id, init } of declaration?.declarations ?? []) {
          if (init?.type === 'ArrowFunctionExpression' && !id.typeAnnotation) context.report({ message, node: id })
        }
      },
    }
  },
}

const oneStarRule = {
  create(context: Context) {
    const path = projectPath(context, context.filename)
    if (!isWithin(path, 'electron/documents') || path.endsWith('.test.ts')) return {}
    const message = 'a paper prints the star that the council concluded: ask finalStar of shared/domain/session'
    const check = ({
      pattern,
      of,
    }: {
      readonly pattern: Pattern
      readonly of: Node & Partial<Member & Identifier>
    }) => {
      if (pattern.type !== 'ObjectPattern' || nameOf(of) !== 'result') return
      if (pattern.properties?.some(({ key }) => key?.name === 'star')) context.report({ message, node: pattern })
    }
    return {
      MemberExpression(node: Member) {
        if (node.property.name === 'star' && nameOf(node.object) === 'result') context.report({ message, node })
      },
      VariableDeclarator({ id, init }: { readonly id: Pattern; readonly init: Node | null }) {
        if (init !== null) check({ pattern: id, of: init })
      },
      Property({ key, value }: { readonly key: Identifier; readonly value: Pattern }) {
        check({ pattern: value, of: key })
      },
    }
  },
}

type Pattern = Node & { readonly properties?: readonly { readonly key?: Identifier }[] }

/** `result` of both `result` and `item.result`. */
const nameOf = ({ name, property }: Node & Partial<Member & Identifier>): string | undefined => property?.name ?? name

const forbidden = ['Date.now', 'Math.random', 'performance.now', 'crypto.randomUUID']

const plugin = {
  meta: { name: 'project' },
  rules: {
    layers: layersRule,
    'no-barrel': noBarrelRule,
    clock: clockRule,
    'utc-day': utcDayRule,
    'exported-function': exportedFunctionRule,
    'one-star': oneStarRule,
  },
}
export default plugin

function projectPath(context: Context, file: string): string {
  return relative(context.cwd, file).split(sep).join('/')
}
