import { inBothLanguages } from '@/lib/i18n/words'

/// Names of roles, units and states, for all pages of staff.
export const words = inBothLanguages(
  {
    change: '修改',
    district: '全区',
    inUnit: (role: string, unit: string) => `${unit}的${role}`,
    roles: {
      DISTRICT_ADMIN: '管理员',
      UNIT_LEADER: '单位负责人',
      FACILITY_DESK: '窗口人员',
      VOLUNTEER_COORDINATOR: '志愿者协调员',
      MAILBOX_CLERK: '信件承办人',
      MAILBOX_REVIEWER: '信件审核人',
    },
    kinds: {
      DISTRICT: '区',
      DEPARTMENT: '部门',
      FACILITY_DESK: '服务窗口',
      VOLUNTEER_TEAM: '志愿者团队',
      MAILBOX: '信箱',
    },
    states: { INVITED: '已邀请，还没来', ACTIVE: '在用', SUSPENDED: '已停用' },
  },
  {
    change: 'Change',
    district: 'the whole district',
    inUnit: (role: string, unit: string) => `${role}, ${unit}`,
    roles: {
      DISTRICT_ADMIN: 'District administrator',
      UNIT_LEADER: 'Unit leader',
      FACILITY_DESK: 'Desk staff',
      VOLUNTEER_COORDINATOR: 'Volunteer coordinator',
      MAILBOX_CLERK: 'Letter clerk',
      MAILBOX_REVIEWER: 'Letter reviewer',
    },
    kinds: {
      DISTRICT: 'District',
      DEPARTMENT: 'Department',
      FACILITY_DESK: 'Facility desk',
      VOLUNTEER_TEAM: 'Volunteer team',
      MAILBOX: 'Mailbox',
    },
    states: { INVITED: 'Invited', ACTIVE: 'Active', SUSPENDED: 'Suspended' },
  },
)

/// A duty as people say it.
export function dutyName({ role, unit }: { role: keyof typeof words.value.roles; unit: { name: string } | null }): string {
  return words.value.inUnit(words.value.roles[role], unit?.name ?? words.value.district)
}
