{
	"data": "ENC[AES256_GCM,data:pXqV3ksHCnl/S0LqO4yO2IDrIw==,iv:8IInmDkSjQ99znWhdSc64zbPf0g85VnUov04+kGvIHo=,tag://otwCWb0+A9+CUSMFY27Q==,type:str]",
	"sops": {
		"kms": null,
		"gcp_kms": null,
		"azure_kv": null,
		"hc_vault": null,
		"age": [
			{
				"recipient": "age1vuzh8tnzuayqvy9jxf5l5ljd5q2fyzrzuqmnha0hsgkvkafdrvfq8cw3sx",
				"enc": "-----BEGIN AGE ENCRYPTED FILE-----\nYWdlLWVuY3J5cHRpb24ub3JnL3YxCi0+IFgyNTUxOSBBVTZYQVpXdVh0SUtpM29p\nU3BYRGRmRytyWWY0aTVobnZRdExIZGkrRUE0CjAvM2F4NzJYaW9OQml5Q3IrYzVp\neldzRlphSC9IZzFxMFU0Y2pPN2ljeUkKLS0tIGkwaEEyR3czNHorMVJNbVYyMkJt\nK0VlMkgzL2pYYzJtNUUySGhxYzkzYlUKIhxF65Z8l1UM8XSkzTFabMUca+7IZUvN\n82mR8wyZ8d7L5LFRtzWTytqcwYVcC2bHacMho+JbcP76RzzRGpPtcg==\n-----END AGE ENCRYPTED FILE-----\n"
			}
		],
		"lastmodified": "2026-11-27T14:25:40Z",
		"mac": "ENC[AES256_GCM,data:irwHvs1E8y/zX4sS89ATYuUoSUzZYxTq6TOvsnboAnifzM3oNQIfxGvethEaeE/NPF7UIkXOwU8yD/zijjTGcGuV78rK38gDVuNKoqSIF/EbOWOrIvpsdKUSaFJtrbEV4vUFKRlprrGGkZM48kf/CAtF7Km3rQfJVMPyBPwgxb0=,iv:UgUBAxA6ORnlTHQ1yrcHC1pbqudnrN74g7Ogv6kpWpc=,tag:GTuVIefTVbqfpJUaz4enbQ==,type:str]",
		"pgp": null,
		"unencrypted_suffix": "_unencrypted",
		"version": "3.9.4"
	}
}