package cn.jinlin.api.account.staff.proof;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How passwords are kept and how long they are. Hashes made with less are made anew at the next sign-in.
///
/// @param memoryKib of Argon2id, in KiB
/// @param iterations of Argon2id
/// @param parallelism of Argon2id
/// @param shortest in characters
/// @param atOnce how many are hashed at a time on this node, which bounds the memory they take
@ConfigurationProperties("jinlin.staff.password")
record PasswordSettings(@DefaultValue("19456") int memoryKib, @DefaultValue("2") int iterations,
        @DefaultValue("1") int parallelism, @DefaultValue("12") int shortest, @DefaultValue("4") int atOnce) {}
