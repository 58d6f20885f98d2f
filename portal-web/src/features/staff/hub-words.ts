import { inBothLanguages } from '@/lib/i18n/words'

export const words = inBothLanguages(
  {
    title: '工作台',
    loading: '正在打开…',
    who: (name: string) => `您好，${name}`,
    noName: '同事',
    duties: '您现在的职责',
    noDuties: '还没有给您分配职责。请找管理员。',
    signOut: '退出登录',
    signedOut: '已退出登录',
    doors: {
      line: { name: '今天的队', what: '叫号、报到、取号，当天的预约' },
      desk: { name: '服务窗口', what: '帮来办事的居民查资料、登记' },
      people: { name: '工作人员', what: '邀请、职责、代班、停用' },
      units: { name: '单位', what: '窗口、团队、部门、信箱' },
      services: { name: '可以预约的事', what: '全区能约什么：新增、修改、停办' },
      appeals: { name: '爽约申诉', what: '居民说自己来了，或者有原因没来' },
      audit: { name: '操作记录', what: '谁在什么时候做了什么' },
      account: { name: '我的账号', what: '密码、手机验证器、备用码、登录的设备' },
    },
  },
  {
    title: 'Workplace',
    loading: 'Opening…',
    who: (name: string) => `Hello, ${name}`,
    noName: 'colleague',
    duties: 'Your duties today',
    noDuties: 'You have no duties yet. Ask an administrator.',
    signOut: 'Sign out',
    signedOut: 'You are signed out',
    doors: {
      line: { name: 'Today’s line', what: 'Call, check in, give tickets; the day’s appointments' },
      desk: { name: 'Desk', what: 'Find or register residents who come to you' },
      people: { name: 'Staff', what: 'Invitations, duties, stand-ins, suspension' },
      units: { name: 'Units', what: 'Desks, teams, departments, mailboxes' },
      services: { name: 'Services to book', what: 'What can be booked in the district' },
      appeals: { name: 'Appeals', what: 'Residents on appointments counted as missed' },
      audit: { name: 'Audit trail', what: 'Who did what, and when' },
      account: { name: 'My account', what: 'Password, authenticator, recovery codes, devices' },
    },
  },
)
