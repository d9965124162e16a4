import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { searchKey } from '../../../shared/domain/vietnamese/search-key.ts'
import { orpc } from '../../api/client.ts'
import type { FoundRecord, Records } from './found-records.ts'

/** With the text that it is found by, as `searchKey` has it. */
export type Keyed = { readonly record: FoundRecord; readonly key: string }

export type KnownRecords = readonly (readonly Keyed[])[]

export function keyed(record: FoundRecord, text = `${record.title} ${record.note}`): Keyed {
  return { record, key: searchKey(text) }
}

/** What the page itself finds things in, kind by kind: named and folded once, not at every key nor with each opening. */
export function useKnownRecords(recordOf: Records, isAsked: boolean): KnownRecords {
  const { data: papers } = useQuery(orpc.search.papers.queryOptions({ enabled: isAsked }))
  const { data: councils } = useQuery(orpc.councils.list.queryOptions())
  const { data: sessions } = useQuery(orpc.sessions.list.queryOptions())
  return useMemo(
    () => [
      (councils ?? []).flatMap(({ members }) => members.map((member) => keyed(recordOf.person(member)))),
      (papers ?? []).map((paper) => keyed(recordOf.paper(paper))),
      (sessions ?? []).map((session) => keyed(recordOf.session(session))),
      (councils ?? []).map((council) => keyed(recordOf.council(council))),
    ],
    [recordOf, councils, papers, sessions],
  )
}
