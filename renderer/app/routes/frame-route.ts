import { createRootRoute, createRoute } from '@tanstack/react-router'
import { Frame } from '../Frame.tsx'
import { WorkspaceGate } from '../WorkspaceGate.tsx'

export const rootRoute = createRootRoute({ component: WorkspaceGate })

/** Screens under it stand in the frame (rail and top bar); one that fills the window hangs under the root. */
export const frameRoute = createRoute({ getParentRoute: () => rootRoute, id: 'frame', component: Frame })
