import type { RouteRecordRaw } from 'vue-router'
export const rooms: RouteRecordRaw[] = []
