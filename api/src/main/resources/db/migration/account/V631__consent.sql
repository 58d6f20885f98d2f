-- The texts people agree to. A new version asks everybody again; old ones stay, because records point to them.
create table consent_text (
    purpose       text not null,
    version       integer not null check (version > 0),
    title         text not null,
    title_en      text not null,
    body          text not null,
    body_en       text not null,
    withdrawal    text not null,
    withdrawal_en text not null,
    published_at  timestamptz not null,
    primary key (purpose, version)
);

-- What was decided, by whom, in which text. Never changed; the newest decision of a purpose holds.
create table consent_record (
    id           bigint generated always as identity primary key,
    resident_id  uuid not null references resident,
    purpose      text not null,
    version      integer not null,
    is_given     boolean not null,
    decided_at   timestamptz not null,
    channel      text not null check (channel in ('ONLINE', 'PAPER', 'GUARDIAN')),
    -- Subject who decided: the resident, a guardian, or the member of staff who took the paper.
    actor        text not null,
    paper_cipher bytea,
    foreign key (purpose, version) references consent_text,
    check (channel = 'PAPER' or paper_cipher is null)
);
create index consent_record_resident on consent_record (resident_id, purpose, id desc);

insert into consent_text (purpose, version, title, title_en, body, body_en, withdrawal, withdrawal_en, published_at) values
('BASIC_SERVICE', 1, '使用近邻门户', 'Using the portal',
 '为向您提供账户，我们保存您的手机号、您填写的姓名和出生日期以及语言和显示偏好。这些信息加密保存在本区，只用于为您办理您在门户中提出的事项；工作人员默认只能看到隐去部分内容的信息，每次查看都有记录并向您公开。您可以随时查阅、复制、更正和删除。账户注销后，除法律要求保留的部分外全部删除。',
 'To give you an account we keep your phone number, the name and birth date you enter, and your language and display preferences. They are kept encrypted in this district and used only for what you ask of the portal. Staff see them masked by default; every look is on record and shown to you. You may read, copy, correct and erase them at any time. When the account is closed everything is erased that no law keeps.',
 '您的账户将在冷静期后注销，个人信息随之删除。', 'Your account is closed after the cooling-off, and your personal data is erased with it.', now()),
('HOME', 1, '保存住址', 'Saving your home',
 '为了默认显示您家附近步行可达的设施，我们保存您填写的住址、位置和所属居委。住址加密保存，不进入搜索索引，也不会公开。',
 'So that places within a walk of your home are shown first, we keep the address, the position and the neighbourhood you enter. They are kept encrypted, enter no search index and are never published.',
 '已保存的住址立即删除。', 'The saved home is erased at once.', now()),
('ACCESSIBILITY', 1, '无障碍需求（敏感个人信息）', 'Accessibility needs (sensitive)',
 '为了让设施和活动提前做好准备，我们保存您勾选的无障碍需求。这可能反映您的健康状况，属于敏感个人信息，只有为您办理预约或活动的工作人员在说明理由后才能看到。不同意不影响您使用其他服务。',
 'So that places and activities can prepare, we keep the accessibility needs you tick. They may tell of your health and are sensitive personal data: only staff who handle your appointment or activity can see them, after stating why. Everything else works without them.',
 '已保存的无障碍需求立即删除。', 'The saved needs are erased at once.', now()),
('HEALTH', 1, '服务所需的健康情况（敏感个人信息）', 'Health facts a service needs (sensitive)',
 '有的服务（如助浴、助医）需要了解必要的健康情况。我们只在您预约这类服务时询问，只提供给实施服务的单位，服务结束后按期删除。不同意则不能预约这类服务，其他服务不受影响。',
 'Some services (help with bathing, medical escort) need certain facts about your health. They are asked only when you book such a service, given only to the unit that provides it, and erased in due time afterwards. Without your consent such services cannot be booked; nothing else changes.',
 '已保存的健康情况立即删除；尚未开始的相关预约可能需要取消。', 'The saved facts are erased at once; appointments that need them may have to be cancelled.', now()),
('PUBLICATION', 1, '公开发布', 'Publication',
 '您的来信或姓名只有在您单独同意后才会公开。每次公开前仍会向您确认公开的内容。',
 'Your letters or your name are made public only with this separate consent. What is to be published is shown to you beforehand each time.',
 '不再公开新的内容；已公开的内容将撤下。', 'Nothing new is published, and what was published is taken down.', now()),
('NOTIFY_SMS', 1, '短信通知', 'Text messages',
 '我们用短信通知您预约、来信和家人代办的进展。登录验证码不在此列。',
 'We send text messages about your appointments, letters and the people who act for you. Sign-in codes do not depend on this.',
 '不再发送短信通知。', 'No more text messages are sent.', now()),
('NOTIFY_WECHAT', 1, '微信通知', 'WeChat messages',
 '我们通过微信订阅消息通知您预约、来信和家人代办的进展。',
 'We send WeChat messages about your appointments, letters and the people who act for you.',
 '不再发送微信通知。', 'No more WeChat messages are sent.', now()),
('ACT_FOR_OTHER', 1, '家人代办', 'Letting somebody act for you',
 '您可以请家人或邻居在您选定的范围和期限内替您办事。对方能看到您的姓名和其代办的事项；每次代办都记录由谁替谁办理。您和对方都可以随时终止。',
 'You may let a relative or neighbour act for you, within the scope and time you choose. They see your name and what they do for you; every act records who acted for whom. Either of you can end it at any time.',
 '所有替您办事的授权立即终止。', 'Everybody''s right to act for you ends at once.', now()),
('UNDER_14', 1, '不满十四周岁未成年人的个人信息（敏感个人信息）', 'Personal data of a child under 14 (sensitive)',
 '不满十四周岁未成年人的个人信息属于敏感个人信息，须由监护人同意。我们只保存孩子的姓名、出生日期和由您替其办理的事项。孩子满十四周岁后，由其本人决定您是否继续代办。',
 'Personal data of a child under 14 is sensitive and needs the guardian''s consent. We keep only the child''s name, birth date and what you do in the child''s name. From 14 on the young person decides whether you may go on.',
 '孩子的个人信息在冷静期后删除。', 'The child''s personal data is erased after the cooling-off.', now());
