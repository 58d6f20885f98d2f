export { request } from './client'
export type { Failure, Outcome, Problem } from './outcome'
