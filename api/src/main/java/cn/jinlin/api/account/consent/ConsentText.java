package cn.jinlin.api.account.consent;

/// A version of what people agree to, in both languages.
///
/// @param version from 1
/// @param withdrawal what follows from taking the agreement back
public record ConsentText(Purpose purpose, int version, String title, String titleEn, String body, String bodyEn,
        String withdrawal, String withdrawalEn) {}
